mkdir -p ours/GoPatch
printf '%s\n' 'releases v1.15.3' copilot.go '  func run' '    no-shape' >ours/GoPatch/fingerprints.txt
echo 'templatesFolder: ours' >>config.yaml
"$tool" generate --config config.yaml
