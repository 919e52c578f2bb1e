public import Diagnostics
import Digests
import JSONText
public import Values

/// A page that needs nothing else: no network, no font, no other file.
///
/// Its policy allows its own style and script by their digests, and nothing else.
public struct HTMLPage {
  private let frame: String
  private let style: String
  private let script: String

  /// Makes a page of its parts.
  /// - Parameters:
  ///   - frame: HTML with `${NAME}` for what is put in; `policy`, `style` and `script` are put in here.
  public init(frame: [UInt8], style: [UInt8], script: [UInt8]) {
    self.frame = String(decoding: frame, as: UTF8.self)
    self.style = String(decoding: style, as: UTF8.self)
    self.script = String(decoding: script, as: UTF8.self)
  }

  /// The text of the page.
  /// - Parameter slots: what is put in, which is never searched for slots.
  public func text(_ slots: TextMap<String>) -> TerminalText {
    let policy = [
      "default-src 'none'", "style-src '\(Self.digest(style))'",
      "script-src '\(Self.digest(script))'", "img-src data:", "base-uri 'none'",
      "form-action 'none'", "require-trusted-types-for 'script'",
    ].joined(separator: "; ")
    let own: TextMap<String> = ["policy": policy, "style": style, "script": script]
    let parts = frame[...].parts(between: "${")
    let body = parts.dropFirst().map { part -> String in
      let pieces = part.parts(between: "}")
      let rest = pieces.dropFirst().map { String($0) }.joined(separator: "}")
      let name = String(pieces[0])
      return (own[name] ?? slots[name] ?? "") + rest
    }
    return TerminalText(escaped: String(parts[0]) + body.joined())
  }

  private static func digest(_ text: String) -> String {
    "sha256-" + Base64.text(of: SHA256.digest(of: Array(text.utf8)))
  }

  /// JSON that cannot end its element, or begin a comment.
  public static func inScript(_ value: PlainValue) -> String {
    JSONWriter.text(value).replacing("&", with: "\\u0026").replacing("<", with: "\\u003c")
      .replacing(">", with: "\\u003e")
  }

  /// A text in which nothing is HTML, and which a terminal only shows.
  public static func escaped(_ text: String) -> String {
    ("\(text)" as TerminalText).text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
