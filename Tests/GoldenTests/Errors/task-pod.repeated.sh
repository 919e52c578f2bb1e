cat > train.yaml <<'END'
pod_spec:
  containers:
  - { name: primary, image: i }
END
"$tool" audit --flyte v1.16.8 --task-pod train.yaml --task-pod train.yaml
# As the hint says.
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
