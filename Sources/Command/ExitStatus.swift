/// The exit status of a run.
public enum ExitStatus: Int32, Sendable {
  /// All is well.
  case success = 0
  /// Drift, or findings.
  case findings = 1
  /// Faulty input, or a file that cannot be read or written.
  case failure = 2
  /// Words on the command line that do not fit (`EX_USAGE`).
  case usage = 64
}
