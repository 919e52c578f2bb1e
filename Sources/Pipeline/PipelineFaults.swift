public import Diagnostics

extension DiagnosticID {
  /// A folder without a config.
  public static let noConfig = DiagnosticID(
    "config/none", meaning: "The folder has no config.",
    fix: "Put a `.yaml` file into it, or pass another folder with `--config`.")
  /// A config that lies where none is read.
  public static let configNotRead = DiagnosticID(
    "config/not-read", meaning: "A config is in a place where it is not read.",
    fix: "Move it into the config folder, with a name that ends in `.yaml`.")
  /// Secrets whose pods are refused.
  public static let secretsRefused = DiagnosticID(
    "flyte/secrets-refused",
    meaning:
      "Tasks that request a secret as a file are refused, but the same tasks without it are not.",
    fix: "Use another secret manager, or deploy `secret-manager-security-context`.")
  /// Pods for which nothing that is allowed is enough.
  public static let notAdmitted = DiagnosticID(
    "pod/not-admitted",
    meaning:
      "Pods that a profile claims to be admitted stay refused with every patch and policy that the config allows. `generate` writes nothing.",
    fix:
      "Allow what the hint names, list in `tasks` the shapes that you use, or add a line to `accept`."
  )
  /// A template that breaks pod tasks of a usual name.
  public static let twiceMerged = DiagnosticID(
    "pod/merged-twice",
    meaning: "Flyte v1.15.1 to v1.16.2 applies `primary` twice to a container of that name.",
    fix: "Set it in `containers`, or move to v1.16.3 or later.")
}

/// The config's files, and pods.
public enum PipelineFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .noConfig, .configNotRead, .secretsRefused, .notAdmitted, .twiceMerged,
  ]
}
