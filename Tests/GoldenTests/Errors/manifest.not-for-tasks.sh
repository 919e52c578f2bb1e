cat > templates.yaml <<'END'
apiVersion: v1
kind: PodTemplate
metadata: { name: flyte-template, namespace: tasks }
template: { spec: { containers: [{ name: default, image: i }] } }
---
apiVersion: v1
kind: PodTemplate
metadata: { name: flytepropeller-template, namespace: flyte }
template: { spec: { containers: [{ name: flytepropeller, image: i }] } }
END
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
