/// The known feature gates, as running servers of 1.31 to 1.36 answer. Older versions, and the
/// versions in which a gate was added and locked, follow Kubernetes'
/// `pkg/features/kube_features.go`.
struct GateTable {
  /// One gate.
  struct Row {
    let gate: ServerGate
    let name: String
    /// The minor versions in which it is on by default.
    let on: Range<Int>
    /// The minor versions that know it.
    let known: Range<Int>
    /// The first minor version that does not start if it is switched from its default.
    let locked: Int
    /// The name that it had before.
    let older: (name: String, until: Int)?

    init(
      _ gate: ServerGate, _ name: String, on: Range<Int>, from: Int, locked: Int = .max,
      goneIn: Int = .max, older: (name: String, until: Int)? = nil
    ) {
      self.gate = gate
      self.name = name
      self.on = on
      known = from..<goneIn
      self.locked = locked
      self.older = older
    }
  }

  static func row(of gate: ServerGate) -> Row { rows[Int(gate.rawValue)] }

  private static let never = Int.max..<Int.max
  private static func since(_ minor: Int) -> Range<Int> { minor..<Int.max }

  static let rows = [
    Row(.affinityLabelKeys, "MatchLabelKeysInPodAffinity", on: since(31), from: 29, locked: 33),
    Row(.appArmorFields, "AppArmorFields", on: since(30), from: 30, locked: 31, goneIn: 33),
    Row(.clusterTrustBundles, "ClusterTrustBundleProjection", on: never, from: 29),
    Row(.containerRestartRules, "ContainerRestartRules", on: since(35), from: 34),
    Row(.dynamicResources, "DynamicResourceAllocation", on: since(34), from: 26, locked: 35),
    Row(.environmentFiles, "EnvFiles", on: since(35), from: 34),
    Row(.expandedDNS, "ExpandedDNSConfig", on: since(26), from: 22, locked: 28, goneIn: 30),
    Row(
      .hostNetworkPorts, "DefaultHostNetworkHostPortsInPodTemplates", on: 0..<28, from: 28,
      goneIn: 31),
    Row(.hostnameOverride, "HostnameOverride", on: since(35), from: 34),
    Row(.imageVolumes, "ImageVolume", on: since(35), from: 31, locked: 36),
    Row(.inPlaceScaling, "InPlacePodVerticalScaling", on: since(33), from: 27, locked: 35),
    Row(
      .minimalDomains, "MinDomainsInPodTopologySpread", on: since(27), from: 24, locked: 30,
      goneIn: 32),
    // The v1beta1 API is served only if the server's `--runtime-config` says so as well.
    Row(.mutatingPolicies, "MutatingAdmissionPolicy", on: since(36), from: 30),
    Row(
      .nodeInclusion, "NodeInclusionPolicyInPodTopologySpread", on: since(26), from: 25, locked: 33),
    Row(.podCertificates, "PodCertificateRequest", on: never, from: 34),
    Row(.podHostIPs, "PodHostIPs", on: since(29), from: 28, locked: 30, goneIn: 32),
    Row(.podLevelResources, "PodLevelResources", on: since(34), from: 32),
    Row(.procMount, "ProcMountType", on: since(33), from: 12),
    Row(.readWriteOncePod, "ReadWriteOncePod", on: since(27), from: 22, locked: 29, goneIn: 31),
    Row(.recursiveReadOnly, "RecursiveReadOnlyMounts", on: since(31), from: 30, locked: 33),
    Row(.relaxedDNS, "RelaxedDNSSearchValidation", on: since(33), from: 32, locked: 34),
    Row(
      .relaxedEnvironment, "RelaxedEnvironmentVariableValidation", on: since(32), from: 30,
      locked: 34),
    Row(.restartAllContainers, "RestartAllContainersOnContainerExits", on: since(36), from: 35),
    Row(.schedulingReadiness, "PodSchedulingReadiness", on: since(27), from: 26, locked: 30),
    Row(.seLinuxChangePolicy, "SELinuxChangePolicy", on: since(33), from: 32, locked: 36),
    Row(.seLinuxMount, "SELinuxMount", on: never, from: 30),
    Row(.sidecars, "SidecarContainers", on: since(29), from: 28, locked: 33),
    Row(.sleepAction, "PodLifecycleSleepAction", on: since(30), from: 29, locked: 34),
    Row(.sleepOfZero, "PodLifecycleSleepActionAllowZero", on: since(33), from: 32, locked: 34),
    Row(.spreadLabelKeys, "MatchLabelKeysInPodTopologySpread", on: since(27), from: 25),
    Row(
      .spreadSelectorMerge, "MatchLabelKeysInPodTopologySpreadSelectorMerge", on: since(34),
      from: 34),
    Row(.stopSignals, "ContainerStopSignals", on: never, from: 33),
    Row(.strictAddresses, "StrictIPCIDRValidation", on: since(36), from: 33),
    Row(.supplementalGroups, "SupplementalGroupsPolicy", on: since(33), from: 31, locked: 35),
    Row(.taintComparison, "TaintTolerationComparisonOperators", on: never, from: 35),
    Row(
      .userNamespaces, "UserNamespacesSupport", on: since(33), from: 25, locked: 36,
      older: ("UserNamespacesStatelessPodsSupport", 28)),
    Row(.userNamespacesOnHostNetwork, "UserNamespacesHostNetworkSupport", on: never, from: 35),
    Row(.volumeAttributes, "VolumeAttributesClass", on: since(34), from: 29, locked: 36),
    Row(.workloads, "GenericWorkload", on: never, from: 35),
  ]
}
