{
  echo 'clusterDefaults:'
  echo "  namespaces:"
  for n in $(seq 1 2500); do
    echo "    - { projects: [$(seq -s , -f "p$n-%g" 1 9)], domains: [$(seq -s , -f "d%g" 1 9)] }"
  done
} >>config.yaml
sed -i 's/    namespaces: .*//' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i '20,$d' config.yaml
"$tool" generate --config config.yaml
