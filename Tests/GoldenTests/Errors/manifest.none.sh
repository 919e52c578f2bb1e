echo '# empty' > templates.yaml
"$tool" audit --flyte v1.16.8 --pod-template templates.yaml
# As the hint says.
"$tool" audit --flyte v1.16.8
