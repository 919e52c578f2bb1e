/// Text as a terminal may show it: nothing that moves the cursor, changes colors, breaks the line
/// or turns the direction of reading, and no more of it than anyone reads.
enum ShownText {
  /// The longest message or hint, in scalars.
  private static let longest = 800

  /// A message, a note or a path on one line; of a long one the middle is cut.
  static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard isLong(scalars) else { return shown(scalars) }
    return shown(scalars.prefix(longest * 2 / 3)) + "…" + shown(scalars.suffix(longest / 3))
  }

  /// A hint on one line; of a long one the end is cut.
  static func start(of text: String) -> String {
    let scalars = text.unicodeScalars
    return isLong(scalars) ? shown(scalars.prefix(longest)) + "…" : shown(scalars)
  }

  private static func isLong(_ scalars: String.UnicodeScalarView) -> Bool {
    scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex) != nil
  }

  /// A text of any length on one line: a path, of which every part matters.
  static func whole(_ text: String) -> String {
    text.allSatisfy(\.isShown) ? text : shown(text.unicodeScalars)
  }

  /// The columns of a terminal that a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars.map(visible)))
  }

  /// The visible form of a scalar: itself, the picture of a control character, or a replacement for
  /// what cannot be seen.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isShown || scalar == "\t" { return scalar }
    switch scalar.value {
    case ..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F..<0xA0: return "\u{2421}"
    case 0x2028, 0x2029: return "\u{2424}"
    default: return "\u{FFFD}"
    }
  }

  /// The columns of a terminal that a scalar takes.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // Two regional indicators make one flag of two columns.
    if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Unicode's East Asian Width, `W` and `F`, without the emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

extension DefaultStringInterpolation {
  /// A text of the user's in quotes, cut when it is long: a message names a value, it need not
  /// repeat a file.
  public mutating func appendInterpolation(quoted text: String) {
    let limit = 80
    let start = text.unicodeScalars.prefix(limit + 1)
    guard start.count > limit else {
      appendInterpolation("'\(text)'")
      return
    }
    appendInterpolation("'\(String(start.dropLast()))…'")
  }
}
