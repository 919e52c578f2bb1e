"$tool" generate --config cofnig.yaml
# As the hint says.
"$tool" generate --config config.yaml
