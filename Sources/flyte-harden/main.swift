print("flyte-harden")
