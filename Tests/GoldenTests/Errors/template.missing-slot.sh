mkdir -p ours/PodTemplate
printf '%s\n' 'apiVersion: v1' 'kind: PodTemplate' 'metadata: { name: ours }' >ours/PodTemplate/pod-template.yaml
echo 'templatesFolder: ours' >>config.yaml
"$tool" generate --config config.yaml
