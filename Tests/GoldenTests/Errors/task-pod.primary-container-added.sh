cat > train.yaml <<'END'
primary_container_name: mian
pod_spec:
  containers:
  - { name: main, image: i }
END
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
# As the hint says.
sed -i 's/mian/main/' train.yaml
"$tool" audit --flyte v1.16.8 --task-pod train.yaml
