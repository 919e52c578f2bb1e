mkdir empty
"$tool" generate --config empty
