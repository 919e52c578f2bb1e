/// The words of a mail patch, made so that no program takes them for something else.
enum MailText {
  /// The body with its lines' ends cleaned. Lines that `git am` or `patch` would take for the
  /// beginning of a mail, of a header or of a diff are quoted with `> `.
  static func body(_ text: String) -> String {
    var lines = text.replacing("\r\n", with: "\n")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { trimmedEnd($0) }
    while lines.last == "" { lines.removeLast() }
    while lines.first == "" { lines.removeFirst() }
    return lines.enumerated().map { index, line in
      isMistakable(line, isFirst: index == 0) ? "> \(line)\n" : "\(line)\n"
    }.joined()
  }

  /// Text for one line: line ends and runs of blanks become one blank.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A header's value, in the form for words outside ASCII where it has any.
  static func header(_ text: String) -> String {
    if isASCII(text) { return text }
    // An encoded word has at most 75 characters, of which the frame takes 12.
    var words = [""]
    for scalar in text.unicodeScalars {
      let encoded = UTF8.encode(scalar)?.map(encodedByte).joined() ?? ""
      if let last = words.last, last.utf8.count + encoded.utf8.count <= 60 {
        words[words.count - 1] = last + encoded
      } else {
        words.append(encoded)
      }
    }
    return words.map { "=?UTF-8?q?\($0)?=" }.joined(separator: "\n ")
  }

  static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func encodedByte(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "=0\(digits)" : "=\(digits)"
    }
  }

  private static func trimmedEnd(_ line: Substring) -> String {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }

  private static func isMistakable(_ line: String, isFirst: Bool) -> Bool {
    // patch looks for diffs behind indentation, too.
    let text = line.drop { $0 == " " || $0 == "\t" || $0 == "X" }
    let beginnings = ["---", "***", "+++", "@@ ", "diff -", "Index:", "Prereq:", "From "]
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    if isScissors(text) || isEditCommand(text) { return true }
    let headers = ["from:", "subject:", "date:", ">from", "[patch"]
    return isFirst && headers.contains { text.lowercased().hasPrefix($0) }
  }

  /// `-- >8 --` and its kin: `git am --scissors` drops all that stands above.
  private static func isScissors(_ line: Substring) -> Bool {
    [">8", "8<", ">%", "%<"].contains { line.contains($0) } && line.contains("-")
  }

  /// `12,14d`: a command of an ed script, which patch understands.
  private static func isEditCommand(_ line: Substring) -> Bool {
    guard let last = line.last, "acdis".contains(last), line.first?.isDigit == true else {
      return false
    }
    return line.dropLast().allSatisfy { $0.isDigit || $0 == "," }
  }
}
