public import Diagnostics

extension DiagnosticID {
  /// A folder without a config.
  public static let noConfig = DiagnosticID(
    "config/none", meaning: "A folder holds no config.",
    fix: "Put a `.yaml` file into it, or name another with `--config`.")
  /// A config that lies where none is read.
  public static let configNotRead = DiagnosticID(
    "config/not-read", meaning: "A config lies below or beside the files that are read.",
    fix: "Move it into the config folder under a name that ends in `.yaml`.")
  /// Secrets whose pods are refused.
  public static let secretsRefused = DiagnosticID(
    "flyte/secrets-refused",
    meaning: "Tasks that want a secret as a file are refused, and the same tasks without are not.",
    fix: "Take another secret manager, or deploy `secret-manager-security-context`.")
  /// A template that breaks pod tasks of a usual name.
  public static let twiceMerged = DiagnosticID(
    "pod/merged-twice",
    meaning: "Flyte v1.15.1 to v1.16.2 lays `primary` twice under a container of that name.",
    fix: "Say it in `containers`, or move to v1.16.3 or later.")
}

/// The config's files, and pods.
public enum PipelineFaults {
  /// All of them.
  public static let all: [DiagnosticID] = [
    .noConfig, .configNotRead, .secretsRefused, .twiceMerged,
  ]
}
