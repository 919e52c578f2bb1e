printf '# caf\351\n' >>config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i '$d' config.yaml
echo '# café' >>config.yaml
"$tool" generate --config config.yaml
