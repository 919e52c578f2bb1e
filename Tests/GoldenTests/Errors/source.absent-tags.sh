export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
cp -r "$sample" flyte
git -C flyte init -q
git -C flyte add .
git -C flyte commit -q -m flyte
git -C flyte tag v1.15.3
"$tool" patches flyte --tags v1.15.0..v1.15.3
# As the hint says.
for tag in v1.15.0 v1.15.1 v1.15.2; do git -C flyte tag $tag; done
"$tool" patches flyte --tags v1.15.0..v1.15.3
