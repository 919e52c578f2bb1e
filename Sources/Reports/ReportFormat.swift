/// A format of the reports of `audit`, `verify` and `diff`. The exit status is the same in all of them.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal.
  case text
  /// For programs, described by a JSON Schema in docs.
  case json
  /// For a comment on a pull request.
  case markdown
  /// A page for a browser.
  case html
  /// For code scanning and editors: SARIF 2.1.0.
  case sarif
  /// Workflow commands of GitHub Actions.
  case github
  /// For CI servers that show tests.
  case junit
}
