export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
cp -r "$sample" flyte
git -C flyte init -q
git -C flyte add .
git -C flyte commit -q -m flyte
git -C flyte tag v1.15.3
"$tool" vendor flyte v1.15.3 copy >/dev/null
find flyte -name copilot.go -exec sed -i '$a // ours' {} +
git -C flyte commit -q -a -m ours
git -C flyte tag -f v1.15.3 >/dev/null
sed -i 's/version: v1.16.8/version: v1.15.3, source: { path: copy }/' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
"$tool" vendor flyte v1.15.3 copy >/dev/null
"$tool" generate --config config.yaml
