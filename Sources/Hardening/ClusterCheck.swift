public import Diagnostics
public import Flyte
public import Model
import Origins

/// What is worth a warning about a cluster once its cures are chosen.
public struct ClusterCheck: Sendable {
  /// What the config says.
  public let cluster: Cluster
  /// What the running binary does.
  public let behaviours: Behaviours

  /// Makes a check.
  public init(cluster: Cluster, behaviours: Behaviours) {
    self.cluster = cluster
    self.behaviours = behaviours
  }

  /// Looks at everything; warnings go to `diagnostics`.
  public func run(into diagnostics: inout DiagnosticList) {
    let version = cluster.flyte.version
    if behaviours.ignoresTemplates {
      diagnostics.warning(
        .templatesIgnored,
        "Flyte \(version.value) ignores every PodTemplate: only settings and patches have an effect",
        at: version.origin.span, hint: "v2.0.29 is the first v2 release that reads them")
    }
    ChartCheck(cluster: cluster).run(into: &diagnostics)
    for profile in cluster.profiles { checkCopilotUser(profile, into: &diagnostics) }
    for (index, profile) in cluster.profiles.enumerated() {
      for difference in uncarried(profile) where !isSaidBefore(difference, profile: index) {
        let carrier = difference.remedy.map { "deploying the remedy '\($0)' would carry it" }
        diagnostics.warning(
          .uncarried,
          "'\(difference.section).\(difference.field)' does not reach its containers: \(difference.reason)",
          at: difference.origin.span, hint: carrier ?? "say it in 'containers', for all of them")
      }
    }
  }

  /// The co-pilot image names no user, in any release.
  private func checkCopilotUser(_ profile: Profile, into diagnostics: inout DiagnosticList) {
    guard cluster.kubernetes.platform == .vanilla else { return }
    let levels = [
      ContainerRole.copilotInitContainer.fields(of: profile), TemplatePod(profile: profile).spec,
    ].compactMap { $0["securityContext"] }
    let claims = levels.compactMap { $0["runAsNonRoot"] }
    guard let claim = claims.first, claim.content == .bool(true),
      !levels.contains(where: { $0["runAsUser"] != nil })
    else { return }
    diagnostics.warning(
      .copilotRunsAsRoot,
      "'runAsNonRoot' without 'runAsUser': the co-pilot image runs as root, and the kubelet refuses to start it",
      at: claim.origin.span, hint: "add 'runAsUser' with an id other than 0")
  }

  private func isSaidBefore(_ difference: UncarriedDifference, profile: Int) -> Bool {
    cluster.profiles[..<profile].contains { uncarried($0).contains(difference) }
  }

  /// The differences of a profile that nothing carries to their containers.
  func uncarried(_ profile: Profile) -> [UncarriedDifference] {
    // That no template has any effect is said once, for all of them.
    guard !behaviours.ignoresTemplates else { return copilot(profile) }
    return primary(profile) + initContainers(profile) + copilot(profile)
  }

  private func primary(_ profile: Profile) -> [UncarriedDifference] {
    CarriedLayer(profile.primary, over: profile.containers).lost.map {
      UncarriedDifference(
        section: "primary", field: $0.path.joined(separator: "."), origin: $0.origin,
        reason: $0.reason, remedy: nil)
    }
  }

  private func initContainers(_ profile: Profile) -> [UncarriedDifference] {
    guard !behaviours.mergesInitTemplates else { return [] }
    return profile.initContainers.entries.map {
      UncarriedDifference(
        section: "initContainers", field: $0.key, origin: $0.value.origin,
        reason: "before v1.14.0 no template reaches init containers",
        remedy: Remedy.initContainerTemplates.rawValue)
    }
  }

  private func copilot(_ profile: Profile) -> [UncarriedDifference] {
    profile.copilot.entries.flatMap { entry -> [UncarriedDifference] in
      func uncarried(_ field: String, _ origin: Origin, _ reason: String, _ remedy: Remedy?)
        -> UncarriedDifference
      {
        UncarriedDifference(
          section: "copilot", field: field, origin: origin, reason: reason,
          remedy: remedy?.rawValue)
      }
      guard entry.key == "securityContext" else {
        return [
          uncarried(
            entry.key, entry.value.origin, "no template and no setting is for co-pilot alone", nil)
        ]
      }
      guard behaviours.readsCopilotSecurityContext else {
        return [
          uncarried(
            entry.key, entry.value.origin, "no template is for co-pilot alone",
            .copilotSecurityContext)
        ]
      }
      let below = ContainerRole.initContainer.fields(of: profile)["securityContext"] ?? .empty
      let settings = ClusterSettings(cluster: cluster, behaviours: behaviours).plugins
      let shared = settings[path: ["co-pilot", "security-context"]] ?? .empty
      let lost = CarriedLayer(entry.value, over: below).lost.map {
        uncarried(
          (["securityContext"] + $0.path).joined(separator: "."), $0.origin, $0.reason, nil)
      }
      let unshared = entry.value.entries.filter { shared[$0.key] == nil }.map {
        uncarried(
          "securityContext." + $0.key, $0.value.origin,
          "a setting holds for the whole cluster, and its other profiles say otherwise", nil)
      }
      return lost + unshared
    }
  }
}
