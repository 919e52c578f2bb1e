import Diagnostics
import Digests
import Flyte
import Reports
import Values

/// A result: a refusal with one of its causes, or a finding.
struct SARIFResult {
  let rule: String
  let severity: Severity
  let message: String
  /// The first is the place of the result; the others are related to it.
  let places: [AuditPlace]
  /// A value that stays the same when lines move and words change.
  let fingerprint: String
  let fix: AuditFix?
  let properties: [PlainValue.Entry]

  /// The results of a report, errors first.
  static func all(of report: AuditReport) -> [SARIFResult] {
    let all = report.clusters.flatMap { cluster in
      cluster.refusals.flatMap { refusal in
        causes(of: refusal).map { SARIFResult(refusal, $0, in: cluster) }
      } + cluster.findings.map { SARIFResult($0, in: cluster) }
    }
    return [Severity.error, .warning, .note].flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }

  /// A refusal's causes: those of a kind that are written in one place are one result.
  private static func causes(of refusal: AuditRefusal) -> [[AuditCause]] {
    var groups: [[AuditCause]] = []
    for cause in refusal.causes {
      let known = groups.firstIndex { $0[0].kind == cause.kind && $0[0].place == cause.place }
      if let known { groups[known].append(cause) } else { groups.append([cause]) }
    }
    return groups
  }

  private init(_ refusal: AuditRefusal, _ causes: [AuditCause], in cluster: AuditedCluster) {
    let kind = causes.first?.kind ?? .noPod
    rule = SARIFRule.id(kind)
    severity = refusal.isNow ? .error : .warning
    let when = refusal.isNow ? "" : "once the planned patches are deployed, "
    message = [
      "\(cluster.name): \(when)\(refusal.subject): refused by \(refusal.refuserWords): \(refusal.message)",
      "Because \(refusal.sentences(of: causes).joined(separator: "; ")).",
      refusal.seen.map { "In Flyte: \($0.words)." },
      "Fix (\(refusal.applicability.words)): \(refusal.fix.words).",
    ].compactMap { $0 }.joined(separator: "\n")
    let own = kind.isOfRelease ? [cluster.place, refusal.place] : [refusal.place, cluster.place]
    var places: [AuditPlace] = []
    for place in ([causes.first?.place] + own + refusal.causes.map(\.place)).compactMap({ $0 })
    where !places.contains(place) {
      places.append(place)
    }
    self.places = places
    fingerprint = Self.fingerprint(
      [rule, cluster.name, refusal.refuser.rawValue]
        + causes.flatMap { [$0.role, $0.place?.path ?? ""] + $0.fields } + [""]
        + refusal.templates)
    fix = refusal.applicability == .byHand ? nil : refusal.fix
    properties = [
      .init("cluster", .string(cluster.name)),
      .init("refusal", .integer(Int64(refusal.number))),
      .init("pods", .integer(Int64(refusal.pods))),
      .init("proof", .string(refusal.fix.proof.rawValue)),
      .init("applicability", .string(refusal.applicability.rawValue)),
    ]
  }

  private init(_ finding: AuditFinding, in cluster: AuditedCluster) {
    rule = SARIFRule.id(finding.kind)
    severity = finding.severity
    message = "\(cluster.name): \(finding.sentence).\nFix (by hand): \(finding.fix)."
    places = [finding.place ?? cluster.place].compactMap { $0 }
    fingerprint = Self.fingerprint(
      [rule, cluster.name] + finding.containers + [""] + finding.templates)
    fix = nil
    properties = [
      .init("cluster", .string(cluster.name)),
      .init("applicability", .string(AuditFix.Applicability.byHand.rawValue)),
    ]
  }

  private static func fingerprint(_ parts: [String]) -> String {
    String(SHA256.hex(of: Array(parts.joined(separator: "\u{0}").utf8)).prefix(32))
  }
}

extension SARIFResult {
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
    if let first = shown.first.flatMap({ SARIFPlace.location($0) }) {
      entries.append(.init("locations", .list([first])))
    }
    let related = shown.dropFirst().enumerated().compactMap { position, place in
      SARIFPlace.location(place, id: position + 1, words: "this is part of it")
    }
    if !related.isEmpty { entries.append(.init("relatedLocations", .list(related))) }
    let mark = PlainValue.string("\(fingerprint):\(occurrence)")
    entries.append(
      .init(
        "partialFingerprints",
        .mapping([.init("flyteHarden/v1", mark), .init("primaryLocationLineHash", mark)])))
    if let fix = fix.flatMap(Self.fix) { entries.append(.init("fixes", .list([fix]))) }
    entries.append(.init("properties", .mapping(properties)))
    return .mapping(entries)
  }

  /// The edits of a fix, file by file.
  private static func fix(_ fix: AuditFix) -> PlainValue? {
    var paths: [String] = []
    for edit in fix.edits where !paths.contains(edit.place.path) { paths.append(edit.place.path) }
    let changes = paths.compactMap { path -> PlainValue? in
      guard let artifact = SARIFPlace.artifact(path) else { return nil }
      let edits = fix.edits.filter { $0.place.path.hasSameBytes(as: path) }
      return .mapping([
        .init("artifactLocation", artifact),
        .init(
          "replacements",
          .list(
            edits.map {
              .mapping([
                .init("deletedRegion", SARIFPlace.region($0.place, length: $0.length)),
                .init("insertedContent", .mapping([.init("text", .string($0.text))])),
              ])
            })),
      ])
    }
    guard changes.count == paths.count, !changes.isEmpty else { return nil }
    return .mapping([
      .init("description", .mapping([.init("text", .string(fix.words))])),
      .init("artifactChanges", .list(changes)),
    ])
  }
}

extension AuditCauseKind {
  /// True if the release or its settings cause it, and no PodTemplate can change it.
  fileprivate var isOfRelease: Bool {
    switch self {
    case .addedByFlyte, .addedByWebhook, .notReached, .refusedByWebhook, .noPod, .setBySetting,
      .addedByOperator, .lostOnTheWay, .refusedByOperator:
      true
    case .setByTemplate, .setByTask, .notSet, .invalidPod: false
    }
  }
}
