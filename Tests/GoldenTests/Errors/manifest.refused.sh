cat > templates.yaml <<'END'
apiVersion: v1
kind: PodTemplate
metadata: { name: flyte-template, namespace: tasks }
template:
  spec:
    containers:
      - { name: default, image: i, volumeMounts: [{ name: tmp, mountPath: /tmp }] }
END
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
# As the hint says.
sed -i 's/    containers:/    volumes: [{ name: tmp, emptyDir: {} }]\n    containers:/' templates.yaml
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
