printf '# caf\351\n' >>config.yaml
"$tool" generate --config config.yaml
