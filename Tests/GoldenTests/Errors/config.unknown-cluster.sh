"$tool" generate --config config.yaml --cluster prodction
