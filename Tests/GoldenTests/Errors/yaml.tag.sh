sed -i 's/chart: flyte-binary/chart: !chart flyte-binary/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/!chart //' config.yaml
"$tool" generate --config config.yaml
