echo '# nothing yet' >config.yaml
"$tool" generate --config config.yaml
