printf -- '---\napiVersion: flyte-harden/v1\n' >>config.yaml
"$tool" generate --config config.yaml
