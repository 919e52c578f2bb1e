mkdir -p ours/GoPatch
for pair in 'one two' 'two one'; do
  set -- $pair
  printf '%s\n' "patch $1" 'title Leave the banner out' page '    Logs.' "after $2" 'files work = main.go' 'applied when work in func main has-no token banner' \
    'edit work in func main once' '- banner()' >ours/GoPatch/$1.goedit
done
"$tool" patches "$sample" --templates ours
