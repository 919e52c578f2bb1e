cp -r "$sample" flyte
find flyte -name copilot.go -exec sed -i 's/func AddCoPilotToContainer/func addPilot/' {} +
sed -i 's/version: v1.16.8/version: v1.15.3, source: { path: flyte }/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
rm -r flyte
cp -r "$sample" flyte
"$tool" generate --config config.yaml
