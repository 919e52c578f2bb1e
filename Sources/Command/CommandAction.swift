import CommandLine

/// A run of one command.
protocol CommandAction: SendableMetatype {
  /// Makes a run with the options, streams and environment of a session.
  init(session: Session)

  /// Runs the command.
  /// - Throws: `UsageError` if its words do not fit together.
  func run() throws(UsageError) -> ExitStatus
}
