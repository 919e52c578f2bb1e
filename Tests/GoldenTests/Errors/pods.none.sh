printf 'apiVersion: v1\nkind: List\nitems: []\n' > pods.yaml
"$tool" audit --flyte v1.16.8 --pods pods.yaml
# As the hint says.
cat > pods.yaml <<'END'
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: { name: f1-n0-0, namespace: tasks, labels: { execution-id: f1, node-id: n0 } }
  spec: { containers: [{ name: f1-n0-0, image: i }] }
END
"$tool" audit --flyte v1.16.8 --pods pods.yaml
