printf "profiles: " >>config.yaml
for n in $(seq 1 300); do printf '['; done >>config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i '$d' config.yaml
"$tool" generate --config config.yaml
