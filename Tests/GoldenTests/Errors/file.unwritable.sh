touch out
"$tool" generate --config config.yaml --output out/generated
# As the hint says.
"$tool" generate --config config.yaml --output output/generated
