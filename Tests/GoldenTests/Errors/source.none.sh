"$tool" patches --config config.yaml
# As the hint says.
"$tool" patches "$sample"
