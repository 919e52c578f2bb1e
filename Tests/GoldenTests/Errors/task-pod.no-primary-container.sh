cat > train.yaml <<'END'
apiVersion: v1
kind: Pod
metadata: { name: train }
spec:
  containers:
  - { name: main, image: i }
  - { name: helper, image: i }
END
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
# As the hint says.
"$tool" audit --flyte v1.16.8 --task-pod train.yaml --primary-container main
