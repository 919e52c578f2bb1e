export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
cp -r "$sample" flyte
git -C flyte init -q
git -C flyte add .
git -C flyte commit -q -m flyte
git -C flyte tag v1.15.3
find flyte -name copilot.go -exec sed -i 's/^func AddCoPilotToContainer.*/&\n\tprintln(1)/' {} +
rm -r flyte/.git/objects/??
sed -i 's/version: v1.16.8/version: v1.15.3, source: { path: flyte }, unverifiedShapes: allow/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
rm -r flyte/.git
git -C flyte init -q
git -C flyte add .
git -C flyte commit -q -m flyte
"$tool" generate --config config.yaml
