import PodAPI
import Testing

/// Gates that a version no longer lets anybody switch, by the sources' `LockToDefault`.
@Suite struct LockedGateTests {
  static let rows: [(name: String, since: Int)] = [
    ("ExpandedDNSConfig", 28), ("ReadWriteOncePod", 29), ("MinDomainsInPodTopologySpread", 30),
    ("PodHostIPs", 30), ("PodSchedulingReadiness", 30), ("AppArmorFields", 31),
    ("MatchLabelKeysInPodAffinity", 33), ("NodeInclusionPolicyInPodTopologySpread", 33),
    ("RecursiveReadOnlyMounts", 33), ("SidecarContainers", 33), ("RelaxedDNSSearchValidation", 34),
    ("RelaxedEnvironmentVariableValidation", 34), ("PodLifecycleSleepAction", 34),
    ("PodLifecycleSleepActionAllowZero", 34), ("DynamicResourceAllocation", 35),
    ("InPlacePodVerticalScaling", 35), ("SupplementalGroupsPolicy", 35), ("ImageVolume", 36),
    ("SELinuxChangePolicy", 36), ("UserNamespacesSupport", 36), ("VolumeAttributesClass", 36),
  ]

  @Test(arguments: rows)
  func aLockedGateStaysOn(name: String, since: Int) throws {
    let gate = try #require(ServerGate(name: name))
    #expect(gate.lockedSince == since)
    #expect(gate.canBeSwitched(in: since - 1))
    #expect(!ServerRelease(minor: since - 1, switched: [gate: false]).has(gate))
    for minor in since...36 {
      #expect(gate.isOn(in: minor))
      #expect(!gate.canBeSwitched(in: minor), "1.\(minor)")
      #expect(ServerRelease(minor: minor, switched: [gate: false]).has(gate), "1.\(minor)")
    }
  }

  @Test func noOtherGateIsLocked() {
    let locked = ServerGate.allCases.filter { $0.lockedSince != nil }.map { $0.names[0] }
    #expect(locked.sorted() == Self.rows.map(\.name).sorted())
  }
}
