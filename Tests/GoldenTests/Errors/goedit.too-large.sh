mkdir -p ours/GoPatch
{
  printf '%s\n' 'patch no-banner' 'title  Leave the banner out' page
  for n in $(seq 1 1000); do echo '    Some of our clusters read logs by line, and the banner has too many lines for that.'; done
} >ours/GoPatch/no-banner.goedit
"$tool" patches "$sample" --templates ours
# As the hint says.
sed -i '40,$d' ours/GoPatch/no-banner.goedit
printf '%s\n' 'files work = main.go' 'applied when work in func main has-no token banner' 'edit work in func main once' '- banner()' \
  >>ours/GoPatch/no-banner.goedit
"$tool" patches "$sample" --templates ours
