cat > train.yaml <<'END'
apiVersion: v1
kind: Pod
metadata: { name: train }
spec: { restartPolicy: Never }
END
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
# As the hint says.
sed -i 's/restartPolicy: Never/containers: [{ name: main, image: i }]/' train.yaml
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
