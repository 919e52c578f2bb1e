mkdir -p ours/GoPatch
cat >ours/GoPatch/no-banner.goedit <<'RULE'
patch no-banner
title  Leave the banner out
page
    Some of our clusters read logs by line.
files  work = main.go
applied when work in func main has-no token banner
edit wrok in func main once
- banner()
RULE
"$tool" patches "$sample" --templates ours
# As the hint says.
sed -i 's|wrok|work|' ours/GoPatch/no-banner.goedit
"$tool" patches "$sample" --templates ours
