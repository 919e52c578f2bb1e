"$tool" generate --config cofnig.yaml
