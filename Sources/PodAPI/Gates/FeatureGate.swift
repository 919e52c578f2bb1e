/// Feature gates that decide what becomes of a pod's fields, and one that brings a kind of policy.
public enum ServerGate: UInt8, Sendable, Hashable, CaseIterable {
  case affinityLabelKeys, appArmorFields, clusterTrustBundles, containerRestartRules
  case dynamicResources, environmentFiles, expandedDNS, hostNetworkPorts, hostnameOverride
  case imageVolumes, inPlaceScaling, minimalDomains, mutatingPolicies, nodeInclusion
  case podCertificates, podHostIPs
  case podLevelResources, procMount, readWriteOncePod, recursiveReadOnly, relaxedDNS
  case relaxedEnvironment, restartAllContainers, schedulingReadiness, seLinuxChangePolicy
  case seLinuxMount, sidecars, sleepAction, sleepOfZero, spreadLabelKeys, spreadSelectorMerge
  case stopSignals, strictAddresses, supplementalGroups, taintComparison, userNamespaces
  case userNamespacesOnHostNetwork, volumeAttributes, workloads

  /// The gate of a name, of any version.
  public init?(name: String) {
    guard let row = GateTable.rows.first(where: { $0.name == name || $0.older?.name == name })
    else { return nil }
    self = row.gate
  }

  /// The name that it has in a minor version.
  public func name(in minor: Int) -> String {
    let row = GateTable.row(of: self)
    return row.older.flatMap { minor < $0.until ? $0.name : nil } ?? row.name
  }

  /// Returns whether a minor version has it on by default.
  public func isOn(in minor: Int) -> Bool { GateTable.row(of: self).on.contains(minor) }

  /// Its names of all versions, the one of the newest first.
  public var names: [String] {
    let row = GateTable.row(of: self)
    return [row.name] + (row.older.map { [$0.name] } ?? [])
  }

  /// Returns whether a minor version knows it; a server does not start with a gate that it does not
  /// know.
  public func isKnown(in minor: Int) -> Bool { GateTable.row(of: self).known.contains(minor) }

  /// Returns whether a minor version lets it be switched; elsewhere it is as it is by default.
  public func canBeSwitched(in minor: Int) -> Bool {
    isKnown(in: minor) && minor < GateTable.row(of: self).locked
  }

  /// The first minor version that does not start if it is switched from its default; nil where none is
  /// known.
  public var lockedSince: Int? {
    let first = GateTable.row(of: self).locked
    return first == Int.max ? nil : first
  }

  /// The first minor version that has it on by default; nil where no known version has.
  public var onSince: Int? {
    let first = GateTable.row(of: self).on.lowerBound
    return first == Int.max ? nil : first
  }

  /// The first minor version that has it off by default again; nil where it stays on.
  public var onUntil: Int? {
    let row = GateTable.row(of: self).on
    return row.isEmpty || row.upperBound == Int.max ? nil : row.upperBound
  }
}
