internal import Glibc

/// The streams of a run, replaceable in tests.
public struct Streams: Sendable {
  /// Results.
  public let output: ByteStream
  /// Diagnostics and progress.
  public let error: ByteStream
  /// True if results go to a terminal.
  public let isOutputTerminal: Bool
  /// True if diagnostics go to a terminal.
  public let isErrorTerminal: Bool

  /// Makes streams.
  public init(
    output: ByteStream, error: ByteStream, isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false
  ) {
    self.output = output
    self.error = error
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
  }

  /// The process's own.
  public static var standard: Streams {
    Streams(
      output: ByteStream(descriptor: STDOUT_FILENO),
      error: ByteStream(descriptor: STDERR_FILENO),
      isOutputTerminal: isatty(STDOUT_FILENO) == 1, isErrorTerminal: isatty(STDERR_FILENO) == 1)
  }
}
