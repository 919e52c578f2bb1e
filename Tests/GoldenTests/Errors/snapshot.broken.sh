"$tool" generate --config config.yaml
sed -i 's/^kind: ClusterSetup/kind: Setup/' generated/production/setup.yaml
"$tool" diff --between generated generated
# As the hint says.
"$tool" generate --config config.yaml
"$tool" diff --between generated generated
