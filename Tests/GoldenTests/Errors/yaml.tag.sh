sed -i 's/chart: flyte-binary/chart: !chart flyte-binary/' config.yaml
"$tool" generate --config config.yaml
