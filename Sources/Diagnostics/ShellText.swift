/// Words as a shell reads them back, for commands in hints.
public enum ShellText {
  /// The words with blanks between them, each quoted where a shell would read it otherwise.
  ///
  /// A word with scalars that a terminal must not be given is put together by the shell's own
  /// `printf`, so that the command can be shown and pasted.
  public static func of(_ words: [String]) -> String {
    words.map(word).joined(separator: " ")
  }

  private static func word(_ word: String) -> String {
    guard word.isEmpty || !word.allSatisfy(isPlain) else { return word }
    guard word.allSatisfy(\.isShown) else { return printed(word) }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func printed(_ word: String) -> String {
    // A substitution loses line ends at its end; these are put behind it.
    let ends = word.utf8.reversed().prefix { $0 == 0x0A }.count
    let directives = word.dropLast(ends).unicodeScalars.map(directive)
    // Nor may `printf` take the text for an option.
    let format = (directives.first == "-" ? ["\\055"] + directives.dropFirst() : directives)
      .joined()
    return "\"$(printf '\(format)')\""
      + (ends > 0 ? "$'" + String(repeating: "\\n", count: ends) + "'" : "")
  }

  private static func directive(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "%": "%%"
    case "\\": "\\\\"
    case _ where scalar.isShown && scalar != "'": String(scalar)
    default:
      String(scalar).utf8.map { byte in
        let octal = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - octal.utf8.count) + octal
      }.joined()
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ",", ":", "@", "%", "+": true
    default: false
    }
  }
}
