public import Diagnostics
import Digests
public import Values

/// A result of SARIF.
public struct SARIFResult: Sendable {
  let rule: String
  let severity: Severity
  private let message: String
  private let places: [ReportPlace]
  let fingerprint: String
  private let fix: PlainValue?
  private let acceptance: String?
  private let properties: [PlainValue.Entry]

  /// Makes a result.
  /// - Parameters:
  ///   - rule: the id of its rule.
  ///   - places: the first is the place of the result; the others are related to it.
  ///   - identity: the parts of it that stay the same when lines move and words change.
  ///   - fix: its entry in `fixes`; nil: nothing that a program can do.
  public init(
    rule: String, severity: Severity, message: String, places: [ReportPlace], identity: [String],
    fix: PlainValue? = nil, acceptance: String? = nil, properties: [PlainValue.Entry] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.places = places
    fingerprint = String(
      SHA256.hex(of: Array(identity.joined(separator: "\u{0}").utf8)).prefix(32))
    self.fix = fix
    self.acceptance = acceptance
    self.properties = properties
  }

  /// - Parameters:
  ///   - rule: the rule's position.
  ///   - occurrence: how many results have this fingerprint so far, with this one.
  func value(rule index: Int, occurrence: Int) -> PlainValue {
    var entries: [PlainValue.Entry] = [
      .init("ruleId", .string(rule)), .init("ruleIndex", .integer(Int64(index))),
      .init("level", .string(severity.rawValue)),
      .init(
        "message",
        .mapping([.init("text", .string(GitHubLimits.cut(message, to: GitHubLimits.message)))])),
    ]
    // GitHub shows no result without a location, and takes it from the first.
    let shown = places.prefix(GitHubLimits.locations)
    if let first = shown.first.flatMap({ $0.location() }) {
      entries.append(.init("locations", .list([first])))
    }
    let related = shown.dropFirst().enumerated().compactMap { position, place in
      place.location(id: position + 1, words: "this is part of it")
    }
    if !related.isEmpty { entries.append(.init("relatedLocations", .list(related))) }
    let mark = PlainValue.string("\(fingerprint):\(occurrence)")
    entries.append(
      .init(
        "partialFingerprints",
        .mapping([.init("flyteHarden/v1", mark), .init("primaryLocationLineHash", mark)])))
    if let fix { entries.append(.init("fixes", .list([fix]))) }
    if let acceptance {
      entries.append(
        .init(
          "suppressions",
          .list([
            .mapping([
              .init("kind", .string("external")), .init("status", .string("accepted")),
              .init("justification", .string(acceptance)),
            ])
          ])))
    }
    if !properties.isEmpty { entries.append(.init("properties", .mapping(properties))) }
    return .mapping(entries)
  }
}
