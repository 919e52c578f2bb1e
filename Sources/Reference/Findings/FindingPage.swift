public import Audit
import Diagnostics

/// The page and the help of a kind of finding.
public enum FindingPage {
  /// All chapters of docs/findings.md, in Markdown: errors first.
  public static var chapters: String {
    sorted.map(chapter).joined(separator: "\n")
  }

  /// The output of `help NAME`.
  public static func help(_ rule: FindingRule) -> String {
    var text =
      "\(rule.kind.rawValue) (\(rule.severity.rawValue) of 'audit')\n\n  \(plain(rule.meaning))\n\n  Fix: \(plain(rule.fix))\n"
    if let example = example(of: rule.kind) { text += "\nExample:\n\n\(example)\n" }
    return text
  }

  /// Returns the recorded audit output for a kind; nil if nothing is recorded.
  public static func example(of kind: FindingKind) -> String? {
    recordedFindings.first { $0.name.utf8.elementsEqual(kind.rawValue.utf8) }?.text
  }

  /// The Swift source that holds examples.
  public static func source(_ examples: [(name: String, text: String)]) -> String {
    let body = examples.map { "  (\n    \"\($0.name)\",\n    #\"\"\"\n\($0.text)\n\"\"\"#\n  ),\n" }
    return """
      // swift-format-ignore-file

      /// The audit output recorded for each kind of finding. `make docs` writes this file.
      let recordedFindings: [(name: String, text: String)] = [
      \(body.joined())]

      """
  }

  private static var sorted: [FindingRule] {
    FindingRule.all.enumerated().sorted { left, right in
      let (first, second) = (left.element.severity, right.element.severity)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  private static func chapter(_ rule: FindingRule) -> String {
    var text =
      "### \(rule.kind.rawValue)\n\n\(capitalized(rule.severity.rawValue)). \(rule.meaning)\n\n**Fix:** \(rule.fix)\n"
    if let example = example(of: rule.kind) { text += "\n```\n\(example)\n```\n" }
    return text
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func plain(_ markdown: String) -> String { markdown.replacing("`", with: "'") }
}
