cat > templates.yaml <<'END'
apiVersion: v1
kind: PodTemplate
metadata: { name: flyte-template, namespace: tasks }
template: { spec: { containers: [{ name: default, image: i }] } }
END
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml --pod-template templates.yaml
# As the hint says.
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
