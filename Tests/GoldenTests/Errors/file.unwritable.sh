touch out
"$tool" generate --config config.yaml --output out/generated
