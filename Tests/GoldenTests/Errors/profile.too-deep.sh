{
  echo 'profiles:'
  echo '  p0: { extends: builtin/restricted }'
  for n in $(seq 1 70); do echo "  p$n: { extends: p$((n - 1)) }"; done
} >>config.yaml
sed -i 's#profile: builtin/restricted#profile: p70#' config.yaml
"$tool" generate --config config.yaml
# As the hint says.
sed -i 's/p40: { extends: p39 }/p40: { extends: builtin\/restricted }/' config.yaml
"$tool" generate --config config.yaml
