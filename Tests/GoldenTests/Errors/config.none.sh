mkdir empty
"$tool" generate --config empty
# As the hint says.
"$tool" generate --config config.yaml
