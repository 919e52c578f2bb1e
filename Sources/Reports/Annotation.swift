public import Diagnostics

/// An annotation of GitHub Actions: a workflow command on a line of its own.
public struct Annotation: Sendable {
  private let severity: Severity
  private let place: ReportPlace?
  private let title: String
  private let text: String

  /// Makes an annotation.
  /// - Parameters:
  ///   - place: a file alone stands for its first line.
  ///   - text: may have several lines.
  public init(severity: Severity, at place: ReportPlace?, title: String, text: String) {
    self.severity = severity
    self.place = place
    self.title = title
    self.text = text
  }

  /// Annotations as workflow commands, the worst first. There are never more than GitHub shows; the last
  /// one of each kind then counts the others.
  /// - Parameters:
  ///   - report: the title of that last one.
  ///   - unit: the word for what they are about, in the plural.
  public static func lines(
    _ all: [Annotation], report: String, unit: String
  ) -> TerminalText {
    [Severity.error, .warning, .note].map { severity in
      let most = GitHubLimits.annotations
      let found = all.filter { $0.severity == severity }
      guard found.count > most else { return found.map(\.line).joined() }
      let rest = Annotation(
        severity: severity, at: nil, title: report,
        text: "\(found.count - most + 1) more \(unit), which GitHub would not show")
      return found.prefix(most - 1).map(\.line).joined() + rest.line
    }.joined()
  }

  private var line: TerminalText {
    var properties: [TerminalText] = []
    if let place {
      properties += ["file=\(Self.property(place.path))", "line=\(max(1, place.line))"]
      if place.line > 0, place.column > 0 { properties.append("col=\(place.column)") }
    }
    properties.append("title=\(Self.property(GitHubLimits.cut(title, to: GitHubLimits.title)))")
    // A scalar has up to four bytes.
    let shown = GitHubLimits.cut(text, to: GitHubLimits.annotationBytes / 4)
    let kind: TerminalText
    switch severity {
    case .error: kind = "error"
    case .warning: kind = "warning"
    case .note: kind = "notice"
    }
    return "::\(kind) \(properties.joined(separator: ","))::\(Self.data(shown))\n"
  }

  // GitHub decodes these, and nothing else.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
