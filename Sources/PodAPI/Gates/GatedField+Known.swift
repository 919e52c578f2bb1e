extension GatedField {
  /// The fields behind gates that are off by default in Kubernetes 1.25 or later, as API servers of
  /// 1.31 to 1.36 answer; older versions by the defaults in their sources.
  public static let all = [
    GatedField(type: "PodSpec", field: .hostUsers, gate: .userNamespaces, fate: .dropped),
    GatedField(
      type: "PodSecurityContext", field: .supplementalGroupsPolicy, gate: .supplementalGroups,
      fate: .dropped),
    GatedField(type: "Volume", field: .image, gate: .imageVolumes, fate: .droppedWithEntry),
  ]
}

extension FeatureGate {
  /// Users of a pod's own (alpha 1.25, on since 1.33).
  static let userNamespaces = FeatureGate(
    "UserNamespacesSupport", onSince: 33,
    before: [Name(since: 0, text: "UserNamespacesStatelessPodsSupport")], since: 28)
  /// The rule by which supplemental groups are put together (alpha 1.31, on since 1.33).
  static let supplementalGroups = FeatureGate("SupplementalGroupsPolicy", onSince: 33)
  /// Volumes that are images (alpha 1.31, beta but off 1.33, on since 1.35).
  static let imageVolumes = FeatureGate("ImageVolume", onSince: 35)
}
