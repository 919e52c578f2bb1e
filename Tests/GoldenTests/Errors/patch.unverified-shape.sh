cp -r "$sample" flyte
find flyte -name copilot.go -exec sed -i 's/^func AddCoPilotToContainer.*/&\n\tstarted := true/' {} +
sed -i 's/version: v1.16.8/version: v1.15.3, source: { path: flyte }/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/source: { path: flyte }/source: { path: flyte }, unverifiedShapes: allow/' config.yaml
"$tool" generate --config config.yaml
