public import Diagnostics
public import Flyte
public import Model
import Values

/// Warnings about a cluster once its patches are chosen.
public struct ClusterCheck: Sendable {
  /// The cluster in the config.
  public let cluster: Cluster
  /// The behavior of the running binary.
  public let behaviors: Behaviors

  /// Makes a check.
  public init(cluster: Cluster, behaviors: Behaviors) {
    self.cluster = cluster
    self.behaviors = behaviors
  }

  /// Looks at everything; warnings go to `diagnostics`.
  public func run(into diagnostics: inout DiagnosticList) {
    let version = cluster.flyte.version
    if let scope = cluster.values.namespaceScope,
      !cluster.flyte.release.behaviors.ignoresTemplates
    {
      diagnostics.warning(
        .templatesIgnored,
        "Flyte may not read PodTemplates here: only settings and patches have an effect",
        at: scope.span, hint: "set 'flytepropeller.serviceAccount.rbacScope: cluster'")
    } else if behaviors.ignoresTemplates {
      diagnostics.warning(
        .templatesIgnored,
        "Flyte \(version.value) ignores every PodTemplate: only settings and patches have an effect",
        at: version.origin.span, hint: "v2.0.29 is the first v2 release that reads them")
    }
    ChartCheck(cluster: cluster).run(into: &diagnostics)
    UploaderCheck(cluster: cluster, behaviors: behaviors).run(into: &diagnostics)
    ServiceAccountCheck(cluster: cluster, behaviors: behaviors).run(into: &diagnostics)
    for profile in cluster.profiles { checkCopilotUser(profile, into: &diagnostics) }
  }

  /// The co-pilot image names no user, in any release. Windows has no user ids.
  private func checkCopilotUser(_ profile: Profile, into diagnostics: inout DiagnosticList) {
    guard cluster.kubernetes.platform == .vanilla, !profile.isWindows else { return }
    let levels = [
      ContainerRole.copilotInitContainer.fields(of: profile), TemplatePod(profile: profile).spec,
    ].compactMap { $0["securityContext"] }
    let claims = levels.compactMap { $0["runAsNonRoot"] }
    guard let claim = claims.first, claim.content == .bool(true),
      !levels.contains(where: { $0["runAsUser"] != nil })
    else { return }
    diagnostics.warning(
      .copilotRunsAsRoot,
      "'runAsNonRoot' needs 'runAsUser' here: the co-pilot image runs as root, so the kubelet refuses to start it",
      at: claim.origin.span, hint: "add 'runAsUser' with an id other than 0")
  }
}
