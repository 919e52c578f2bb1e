# The sample's own shapes, told to be those of v1.14.1.
mkdir -p ours/GoPatch
{
  echo 'releases v1.14.1'
  awk '/^releases/ { next } /^    / { if (/[ .]sample/) print "    " $1 " v1.14.1"; next } { print }' \
    "$templates/GoPatch/fingerprints.txt"
} >ours/GoPatch/fingerprints.txt
cp -r "$sample" flyte
find flyte -name copilot.go -exec sed -i 's/^package flytek8s$/&\n\nconst ours = 1/' {} +
sed -i 's/version: v1.16.8/version: v1.15.3, source: { path: flyte }/' config.yaml
echo 'templatesFolder: ours' >>config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/version: v1.15.3, source/version: v1.14.1, source/' config.yaml
"$tool" generate --config config.yaml
