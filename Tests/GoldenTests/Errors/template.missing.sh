mkdir -p usr/bin
cp "$tool" usr/bin/flyte-harden
usr/bin/flyte-harden generate --config config.yaml
