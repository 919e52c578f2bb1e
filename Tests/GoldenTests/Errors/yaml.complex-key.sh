echo '? [a, b]
: c' >>config.yaml
"$tool" generate --config config.yaml
