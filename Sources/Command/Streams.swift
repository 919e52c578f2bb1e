internal import Glibc

/// Where a run's words go, so that a test can catch them.
public struct Streams: Sendable {
  /// Results.
  public var output: @Sendable (String) -> Void
  /// Diagnostics and progress.
  public var error: @Sendable (String) -> Void
  /// Whether results go to a terminal.
  public var isOutputTerminal: Bool
  /// Whether diagnostics go to a terminal.
  public var isErrorTerminal: Bool

  /// Makes streams.
  public init(
    output: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void,
    isOutputTerminal: Bool = false, isErrorTerminal: Bool = false
  ) {
    self.output = output
    self.error = error
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
  }

  /// The process's own.
  public static var standard: Streams {
    Streams(
      output: { Self.put($0, STDOUT_FILENO) }, error: { Self.put($0, STDERR_FILENO) },
      isOutputTerminal: isatty(STDOUT_FILENO) == 1, isErrorTerminal: isatty(STDERR_FILENO) == 1)
  }

  private static func put(_ text: String, _ descriptor: Int32) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      done += count
    }
  }
}
