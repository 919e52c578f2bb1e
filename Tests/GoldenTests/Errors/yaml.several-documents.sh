printf -- '---\napiVersion: flyte-harden/v1\n' >>config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i -e '/^---/,$d' config.yaml
mkdir config
mv config.yaml config
echo 'apiVersion: flyte-harden/v1' >config/b.yaml
"$tool" generate --config config
