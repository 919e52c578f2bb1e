cat > pods.yaml <<'END'
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: { name: f1-n0-0, namespace: tasks, labels: { execution-id: f1, node-id: n0 } }
  spec: { containers: [{ name: f1-n0-0, image: i }] }
- { apiVersion: v1, kind: ConfigMap, metadata: { name: b } }
END
"$tool" audit --flyte v1.16.8 --pods pods.yaml
# As the hint says.
sed -i '/ConfigMap/d' pods.yaml
"$tool" audit --flyte v1.16.8 --pods pods.yaml
