/// The limits on a text that is read as Go. A text of punctuation has a token for each of its
/// bytes, which take many times their room.
public enum GoLimits {
  /// Tokens and comments of a file.
  public static let tokens = 1_000_000
  /// Lines of a file.
  public static let lines = 1_000_000
}
