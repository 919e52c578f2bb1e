echo '# nothing yet' >config.yaml
"$tool" generate --config config.yaml
# As the hint says.
printf '%s\n' 'apiVersion: flyte-harden/v1' 'clusters: { one: { flyte: { version: v1.16.8 }, kubernetes: { version: "1.31" }, chart: flyte-core,' \
  '  namespaces: [{ name: ml }], assign: [{ profile: builtin/restricted }] } }' >config.yaml
"$tool" generate --config config.yaml
