import Admission
import Diagnostics
import Model
import PodAPI
import Values

extension ClusterReader {
  /// The API server; nil after an error.
  func kubernetes(into diagnostics: inout DiagnosticList) -> KubernetesTarget? {
    let tree = body["kubernetes"] ?? .empty
    guard let version = located(tree["version"]), let minor = TextForms.minor(version.value) else {
      missing(
        ["kubernetes", "version"], "kubernetes: { version: \"1.31\" }", into: &diagnostics)
      return nil
    }
    if minor < KubernetesRange.oldest {
      diagnostics.error(
        .kubernetesVersion,
        "Kubernetes \(version.value) is older than 1.\(KubernetesRange.oldest), the oldest supported version",
        at: version.origin.span)
      return nil
    }
    if minor > KubernetesRange.newest {
      diagnostics.warning(
        .kubernetesVersion,
        "Kubernetes \(version.value) is newer than 1.\(KubernetesRange.newest), the newest known version, and is treated as that version",
        at: version.origin.span)
    }
    let platform = tree["platform"]?.string.flatMap(KubernetesTarget.Platform.init) ?? .vanilla
    let known = min(minor, KubernetesRange.newest)
    return KubernetesTarget(
      minor: known, origin: version.origin, platform: platform,
      policyEngine: tree["policyEngine"]?.string.flatMap(PolicyEngine.init) ?? .kubernetes,
      features: features(tree["features"], minor: known, into: &diagnostics),
      runtimeClasses: Self.classes(tree["runtimeClasses"]),
      priorityClasses: Self.classes(tree["priorityClasses"]))
  }

  /// The names of a list; nil where nothing can be concluded from what is not in it.
  private static func classes(_ tree: OriginTree?) -> [String]? {
    tree.flatMap { $0.holdsBroken ? nil : ProfileTable.names($0).map(\.value) }
  }

  /// The gates that are switched; a server does not start with one that it does not have.
  private func features(
    _ tree: OriginTree?, minor: Int, into diagnostics: inout DiagnosticList
  ) -> [ServerGate: Bool] {
    var features: [ServerGate: Bool] = [:]
    for entry in tree?.entries ?? [] {
      guard let gate = ServerGate(name: entry.key), case .bool(let isOn) = entry.value.content
      else { continue }
      guard gate.isKnown(in: minor), gate.name(in: minor) == entry.key else {
        diagnostics.warning(
          .noFeatureGate,
          "Kubernetes 1.\(minor) has no feature gate '\(entry.key)' that can be set; the line is ignored",
          at: entry.keyOrigin.span, hint: "remove it, or correct 'kubernetes.version'",
          fix: Fix(takingOut: entry.keyOrigin.span, .likely))
        continue
      }
      if isOn != gate.isOn(in: minor), !gate.canBeSwitched(in: minor) {
        diagnostics.error(
          .lockedFeatureGate,
          "Kubernetes 1.\(minor) does not start with the feature gate '\(entry.key)' \(isOn ? "on" : "off"): it is always \(isOn ? "off" : "on") since 1.\(gate.lockedSince ?? minor)",
          at: entry.keyOrigin.span, hint: "remove it, or correct 'kubernetes.version'",
          fix: Fix(takingOut: entry.keyOrigin.span, .likely))
        continue
      }
      features[gate] = isOn
    }
    return features
  }
}
