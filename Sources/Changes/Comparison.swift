import Deployments
import Values

/// Compares two sides: the way from two sets of clusters to a report. Nothing in it can fail.
public enum Comparison {
  /// The report on what differs.
  public static func report(from before: ComparedSide, to after: ComparedSide) -> ChangeReport {
    var builder = ReportBuilder()
    var admissions: [ChangeReport.Admission] = []
    var pods: [PodChange] = []
    let old = TextMap(before.clusters.map { ($0.deployment.name, $0) }) { first, _ in first }
    let new = TextSet(after.clusters.map(\.deployment.name))
    for cluster in after.clusters {
      guard let former = old[cluster.deployment.name] else {
        add(nil, cluster, to: &builder)
        continue
      }
      let comparison = ClusterComparison(former, cluster)
      builder.add(
        comparison.findings, of: cluster.deployment.name, groups: comparison.groups)
      admissions += comparison.admissions
      pods += comparison.pods
    }
    for cluster in before.clusters where !new.contains(cluster.deployment.name) {
      add(cluster, nil, to: &builder)
    }
    return ChangeReport(
      before: before.name, after: after.name, changes: builder.changes, admissions: admissions,
      pods: pods)
  }

  /// A cluster that comes or goes with all claims about its pods.
  private static func add(
    _ before: ComparedCluster?, _ after: ComparedCluster?, to builder: inout ReportBuilder
  ) {
    guard let deployment = (after ?? before)?.deployment else { return }
    let groups = NamespaceGroups(
      before?.deployment.namespaces ?? [], after?.deployment.namespaces ?? []
    ).groups
    let claims = deployment.templateSets.flatMap { $0.templates.map(\.claim) }
    let stated = Meaning.together(
      claims.map {
        after == nil
          ? ClaimOrder.meaning($0, nil, server: deployment.kubernetesMinor)
          : ClaimOrder.meaning(nil, $0, server: deployment.kubernetesMinor)
      })
    let words = PlainValue.string("Flyte \(deployment.version)")
    let value = ValueChange(
      path: ChangePath(fields: ["clusters"]).entry(deployment.name),
      before: before == nil ? nil : words, after: after == nil ? nil : words)
    builder.add(
      [Finding(.cluster, value, stated: stated, groups: Array(groups.indices))],
      of: deployment.name, groups: groups)
  }
}
