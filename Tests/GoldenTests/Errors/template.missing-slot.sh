mkdir -p ours/PodTemplate
printf '%s\n' 'apiVersion: v1' 'kind: PodTemplate' 'metadata: { name: ours }' >ours/PodTemplate/pod-template.yaml
echo 'templatesFolder: ours' >>config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/name: ours/name: "${name}", namespace: "${namespace}"/' ours/PodTemplate/pod-template.yaml
echo 'template: { spec: "${spec}" }' >>ours/PodTemplate/pod-template.yaml
"$tool" generate --config config.yaml
