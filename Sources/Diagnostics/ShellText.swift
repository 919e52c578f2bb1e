/// Words as a shell reads them back, for commands in hints.
public enum ShellText {
  /// The words with blanks between them, each quoted where a shell would read it otherwise.
  public static func of(_ words: [String]) -> String {
    words.map(word).joined(separator: " ")
  }

  private static func word(_ word: String) -> String {
    guard word.isEmpty || !word.unicodeScalars.allSatisfy(isPlain) else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(
        separator: "'\\''") + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ",", ":", "@", "%", "+": true
    default: false
    }
  }
}
