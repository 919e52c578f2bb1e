import Deployments
public import Reports
public import Values

/// The reason why a finding blocks nothing.
public struct AuditAcceptance: Sendable, Hashable {
  /// The reason, in the words of the config.
  @Bytewise public private(set) var reason: String
  /// The last day on which it holds; nil: no end.
  public let until: CalendarDay?
  /// The place in the config.
  public let place: ReportPlace?

  init(_ acceptance: Acceptance) {
    reason = acceptance.reason
    until = acceptance.until
    place = ReportPlace(acceptance.origin)
  }

  /// The reason, its end, and its place.
  var words: String {
    let end = until.map { " (until \($0.text))" } ?? ""
    return reason + end + (place.map { ", \($0.description)" } ?? "")
  }
}
