mkdir -p ours/GoPatch
for name in one two; do
  printf '%s\n' 'patch no-banner' 'title Leave the banner out' page '    Logs.' 'files work = main.go' 'applied when work in func main has-no token banner' \
    'edit work in func main once' '- banner()' >ours/GoPatch/$name.goedit
done
"$tool" patches "$sample" --templates ours
