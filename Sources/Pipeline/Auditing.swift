public import Audit
import Deployments
public import Diagnostics
import Hardening
import Model
import Reports
import Values

extension Walk {
  /// Audits every cluster of the config; nil after an error.
  public func audit(into diagnostics: inout DiagnosticList) -> AuditReport? {
    auditSubjects(into: &diagnostics).map { subjects in
      AuditReport(clusters: subjects.map { ClusterAudit($0).run() })
    }
  }

  /// Lists the images that run in each cluster of the config; nil after an error.
  public func images(into diagnostics: inout DiagnosticList) -> [ImageList]? {
    auditSubjects(into: &diagnostics).map { subjects in subjects.map { ImageList($0) } }
  }

  private func auditSubjects(into diagnostics: inout DiagnosticList) -> [AuditSubject]? {
    let config = hardened(besides: Self.findings, into: &diagnostics)
    guard let config, !diagnostics.hasErrors else { return nil }
    // What the checks of pods say is a refusal here, with more of it.
    return zip(config.clusters, config.reach).map { cluster, reach in
      cluster.auditSubject(lost: reach, today: options.today)
    }
  }

  /// Warnings and notes of `generate` that an audit reports as findings, and only as these.
  private static let findings: Set<DiagnosticID> = [
    .uncarried, .readOnlyCode, .uploaderBlocks, .copilotRunsAsRoot, .templatesIgnored,
  ]
}

extension HardenedCluster {
  /// The subject of an audit.
  /// - Parameters:
  ///   - lost: the values of each profile that have no effect.
  ///   - today: the day of the audit.
  fileprivate func auditSubject(lost: [[Diagnostic]], today: CalendarDay?) -> AuditSubject {
    let choice = hardening.choice
    let patched = Hardening(
      cluster: cluster, choice: choice.deployingPlanned, sources: hardening.sources,
      needsPolicies: hardening.needsPolicies)
    let hasPolicies = !deployment.policies.isEmpty
    let values = lost.enumerated().flatMap { profile, diagnostics -> [LostValue] in
      let own = diagnostics.filter { $0.id == .uncarried }
      guard !own.isEmpty else { return [] }
      let (templates, namespaces) = cluster.places(of: profile)
      return own.map { diagnostic in
        LostValue(
          words: diagnostic.message, fix: diagnostic.hint ?? "remove it",
          place: ReportPlace(Origin(span: diagnostic.span)), templates: templates,
          namespaces: namespaces)
      }
    }
    var subject = AuditSubject(
      running: deployment.withoutPolicies, planned: patched.deployment.withoutPolicies,
      governed: hasPolicies ? deployment : nil, deployedPatches: choice.deployed,
      plannedPatches: choice.patches.filter { $0.isPlanned && !$0.isDeployed }.map(\.name),
      origin: cluster.flyte.version.origin, lost: values, plugins: cluster.plugins,
      trial: ConfigTrial(hardening: hardening))
    subject.withoutSource = necessity?.withoutSource ?? []
    subject.today = today
    return subject
  }
}

extension Cluster {
  /// The templates that are made of a profile, and the namespaces that have them.
  fileprivate func places(of profile: Int) -> (templates: [String], namespaces: [String]) {
    var names = TextSet()
    var sets = Set<Int>()
    for (index, set) in templateSets.enumerated() {
      let own =
        (set.profile == profile ? [podTemplate.name.value] : [])
        + set.named.filter { $0.profile == profile }.map(\.name)
      guard !own.isEmpty else { continue }
      names.formUnion(own)
      sets.insert(index)
    }
    let places = namespaces.filter { sets.contains($0.templateSet) }.map(\.name)
    let isFallback = fallback.map(sets.contains) ?? false
    return (names.sorted(), places + (isFallback ? [flyte.namespace.value] : []))
  }
}
