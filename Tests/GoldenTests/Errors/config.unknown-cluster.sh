"$tool" generate --config config.yaml --cluster prodction
# As the hint says.
"$tool" generate --config config.yaml --cluster production
