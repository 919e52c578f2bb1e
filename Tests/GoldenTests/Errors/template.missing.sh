cp "$tool" flyte-harden
./flyte-harden generate --config config.yaml
