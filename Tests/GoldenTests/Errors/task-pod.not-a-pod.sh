cat > train.yaml <<'END'
containers:
- name: primary
  image: i
END
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
# As the hint says.
cat > train.yaml <<'END'
pod_spec:
  containers:
  - name: primary
    image: i
END
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
