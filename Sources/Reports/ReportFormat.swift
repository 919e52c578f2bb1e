/// A format of the reports of `verify` and `diff`. The exit status is the same in all of them.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal.
  case text
  /// For programs, described by a JSON Schema in docs.
  case json
  /// Workflow commands of GitHub Actions.
  case github
  /// For a comment on a pull request.
  case markdown
}
