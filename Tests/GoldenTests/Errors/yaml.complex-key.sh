sed -i 's/chart: flyte-binary/&\n    podTemplate: { annotations: { team: {{ team }} } }/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/{{ team }}/"{{ team }}"/' config.yaml
"$tool" generate --config config.yaml
