import Diagnostics
import Flyte
import Reports
import Values

extension AuditSARIF {
  /// The results: a refusal with each of its causes, and the findings.
  var results: [SARIFResult] {
    report.clusters.flatMap { cluster in
      cluster.refusals.flatMap { refusal in
        Self.causes(of: refusal).map { Self.result(refusal, $0, in: cluster) }
      } + cluster.findings.map { Self.result($0, in: cluster) }
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

  private static func result(
    _ refusal: AuditRefusal, _ causes: [AuditCause], in cluster: AuditedCluster
  ) -> SARIFResult {
    let kind = causes.first?.kind ?? .noPod
    let when = refusal.isNow ? "" : "once the planned patches are deployed, "
    let own = kind.isOfRelease ? [cluster.place, refusal.place] : [refusal.place, cluster.place]
    var places: [ReportPlace] = []
    for place in ([causes.first?.place] + own + refusal.causes.map(\.place)).compactMap({ $0 })
    where !places.contains(place) {
      places.append(place)
    }
    return SARIFResult(
      rule: id(kind),
      severity: refusal.severity,
      message: [
        "\(cluster.name): \(when)\(refusal.subject): refused by \(refusal.refuserWords): \(refusal.messageWords)",
        "Because \(refusal.sentences(of: causes).joined(separator: "; ")).",
        refusal.seen.map { "In Flyte: \($0.words)." },
        "Fix (\(refusal.applicability.words)): \(refusal.fix.words).",
      ].compactMap { $0 }.joined(separator: "\n"),
      places: places,
      identity: [id(kind), cluster.name, refusal.refuser.rawValue]
        + causes.flatMap { [$0.role, $0.place?.path ?? ""] + $0.fields } + [""]
        + refusal.templates,
      fix: refusal.applicability == .byHand ? nil : fix(refusal.fix),
      acceptance: refusal.acceptance?.words,
      properties: [
        .init("cluster", .string(cluster.name)),
        .init("refusal", .integer(Int64(refusal.number))),
        .init("pods", .integer(Int64(refusal.pods))),
        .init("proof", .string(refusal.fix.proof.rawValue)),
        .init("applicability", .string(refusal.applicability.rawValue)),
      ])
  }

  private static func result(
    _ finding: AuditFinding, in cluster: AuditedCluster
  ) -> SARIFResult {
    SARIFResult(
      rule: id(finding.kind), severity: finding.severity,
      message: "\(cluster.name): \(finding.sentence).\nFix (by hand): \(finding.fix).",
      places: [finding.place ?? cluster.place].compactMap { $0 },
      identity: [id(finding.kind), cluster.name] + finding.containers + [""] + finding.templates,
      acceptance: finding.acceptance?.words,
      properties: [
        .init("cluster", .string(cluster.name)),
        .init("applicability", .string(AuditFix.Applicability.byHand.rawValue)),
      ])
  }

  /// The edits of a fix, file by file.
  private static func fix(_ fix: AuditFix) -> PlainValue? {
    var places: [ReportPlace] = []
    for edit in fix.edits where !places.contains(where: { $0.path == edit.place.path }) {
      places.append(edit.place)
    }
    let changes = places.compactMap { place -> PlainValue? in
      guard let artifact = place.artifact else { return nil }
      let edits = fix.edits.filter { $0.place.path == place.path }
      return .mapping([
        .init("artifactLocation", artifact),
        .init(
          "replacements",
          .list(
            edits.map {
              .mapping([
                .init("deletedRegion", $0.place.region(length: $0.length)),
                .init("insertedContent", .mapping([.init("text", .string($0.text))])),
              ])
            })),
      ])
    }
    guard changes.count == places.count, !changes.isEmpty else { return nil }
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
    case .addedByOperator, .lostOnTheWay, .refusedByOperator, .addedByFlyte, .addedByWebhook,
      .notReached, .refusedByWebhook, .noPod, .setBySetting:
      true
    case .setByTemplate, .setByTask, .setByConstraint, .notSet, .invalidPod, .refusedByPolicy,
      .refusedByLimit,
      .refusedByConstraint, .refusedByQuota:
      false
    }
  }
}
