public import Diagnostics

/// The page and the help of a diagnostic.
public enum ErrorPage {
  /// A chapter of docs/errors.md, in Markdown.
  public static func chapter(_ id: DiagnosticID) -> String {
    var text = "### \(id.name)\n\n\(id.meaning)\n\n**Fix:** \(id.fix)\n"
    if let example = ErrorExamples.text(of: id.name) { text += "\n```\n\(example)```\n" }
    return text
  }

  /// All chapters.
  public static var chapters: String {
    ErrorRegister.all.map(chapter).joined(separator: "\n")
  }

  /// The output of `help NAME`.
  public static func help(_ id: DiagnosticID) -> String {
    var text = "\(id.name)\n\n  \(plain(id.meaning))\n\n  Fix: \(plain(id.fix))\n"
    if let example = ErrorExamples.text(of: id.name) { text += "\nExample:\n\n\(example)" }
    return text
  }

  private static func plain(_ markdown: String) -> String { markdown.replacing("`", with: "'") }
}
