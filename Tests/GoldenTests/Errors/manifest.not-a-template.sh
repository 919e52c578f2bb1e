cat > templates.yaml <<'END'
apiVersion: v1
kind: List
items:
- { apiVersion: v1, kind: PodTemplate, metadata: { name: a, namespace: n }, template: { spec: { containers: [{ name: default, image: i }] } } }
- { apiVersion: v1, kind: ConfigMap, metadata: { name: b } }
END
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
# As the hint says.
sed -i '/ConfigMap/d' templates.yaml
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
