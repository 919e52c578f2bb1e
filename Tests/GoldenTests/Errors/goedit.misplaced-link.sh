mkdir -p ours/GoPatch
cat >ours/GoPatch/no-banner.goedit <<'RULE'
patch no-banner
title  Leave the banner out
bug    https://github.com/flyteorg/flyte/pull/6509
page
    Some of our clusters read logs by line.
files  work = main.go
applied when work in func main has-no token banner
edit work in func main once
- banner()
RULE
"$tool" patches "$sample" --templates ours
# As the hint says.
sed -i 's/^bug   /upstream/' ours/GoPatch/no-banner.goedit
"$tool" patches "$sample" --templates ours
