"$tool" patches --config config.yaml
