/// Texts that are hard to quote, the same in every run: marks of shells, YAML and Helm, scalars that
/// draw them into one character with what stands beside them, and what a terminal must not be given.
public struct HostileTexts {
  private static let pieces = [
    "'", "\"", "`", "\\", "$", "$(touch owned)", "`touch owned`", ";", "&", "|", "<", ">", "*", "?",
    "~", "!", "#", " ", "%s", "%", "\\n", "\\0", "{{", "}}", "{", "}", "{{`", "`}}", "{{/*", "*/}}",
    ".Release.Name", "{{ fail \"owned\" }}", "${HOME}", ": ", " #", "- ", "[", "]", ",", "&a", "*a",
    "=", "yes", "0x1F", "1e3", "12:30", "a", "-", "\n", "\t", "\r", "\u{1}", "\u{1B}[2J", "\u{7F}",
    "\u{85}", "\u{9B}1m", "\u{A0}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFD}",
    "\u{E000}", "\u{E0061}", "é", "e\u{301}", "\u{212A}", "日本", "👩\u{200D}🚀",
  ]

  /// Scalars that Swift holds for a part of the character before or behind them.
  private static let binders = [
    "\u{301}", "\u{600}", "\u{110BD}", "\u{200D}", "\u{FE0F}", "\u{20DD}", "\u{1F3FB}", "\u{94D}",
  ]

  private var state: UInt64

  /// - Parameter seed: other texts come of another one.
  public init(seed: UInt64) { state = seed }

  /// The next text, of up to eight pieces, most of them with a binder beside them.
  public mutating func next() -> String {
    (0..<random(9)).map { _ in
      let piece = Self.pieces[random(Self.pieces.count)]
      let binder = Self.binders[random(Self.binders.count)]
      return switch random(4) {
      case 0: piece
      case 1: binder + piece
      case 2: piece + binder
      default: binder + piece + binder
      }
    }.joined()
  }

  private mutating func random(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
