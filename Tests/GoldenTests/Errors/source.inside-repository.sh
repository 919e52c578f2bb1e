cp -r "$sample" flyte
find flyte -name copilot.go -exec sed -i "s/^func AddCoPilotToContainer.*/&\n\tprintln(1)/" {} +
git init -q .
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
git add flyte
git commit -q -m all
sed -i 's/version: v1.16.8/version: v1.15.3, source: { path: flyte }, unverifiedShapes: allow/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/source: { path: flyte }/source: { repository: flyte, ref: HEAD }/' config.yaml
"$tool" generate --config config.yaml
