/// Which checks hold at which level and version, worked out once.
struct CheckTable: Sendable {
  static let shared = CheckTable()

  /// A check with its fields.
  private struct Entry: Sendable {
    let check: Check
    let needs: FieldMask?

    init(_ check: Check) {
      self.check = check
      needs = check.needs.isEmpty ? nil : FieldMask(check.needs)
    }
  }

  private let baseline: [[Entry]]
  private let restricted: [[Entry]]

  static let all: [Check] =
    AppArmorProfileCheck.revisions + BaselineCapabilitiesCheck.revisions
    + HostNamespacesCheck.revisions + HostPathVolumesCheck.revisions + HostPortsCheck.revisions
    + HostProbesCheck.revisions + PrivilegedCheck.revisions + ProcMountCheck.revisions
    + SELinuxOptionsCheck.revisions + BaselineSeccompCheck.revisions + SysctlsCheck.revisions
    + WindowsHostProcessCheck.revisions + PrivilegeEscalationCheck.revisions
    + RestrictedCapabilitiesCheck.revisions + RestrictedVolumesCheck.revisions
    + RunAsNonRootCheck.revisions + RunAsUserCheck.revisions + RestrictedSeccompCheck.revisions

  private init() {
    let versions = 0...PodSecurityVersion.newestKnown
    baseline = versions.map { Self.current(.baseline, $0).map(Entry.init) }
    restricted = versions.map { minor in
      let own = Self.current(.restricted, minor)
      let hidden = Set(own.flatMap(\.overrides))
      return (Self.current(.baseline, minor).filter { !hidden.contains($0.id) } + own)
        .map(Entry.init)
    }
  }

  /// What the checks of a level find, those of `restricted` with those of `baseline` that it does not
  /// replace.
  func findings(on pod: PodView, level: PodSecurityLevel, minor: Int) -> [CheckFinding] {
    (level == .baseline ? baseline[minor] : restricted[minor]).compactMap { entry in
      if let needs = entry.needs, !needs.meets(pod.said) { return nil }
      return entry.check.evaluate(pod)
    }
  }

  private static func current(_ level: PodSecurityLevel, _ minor: Int) -> [Check] {
    var latest: [String: Check] = [:]
    for check in all where check.level == level && check.since <= minor {
      if check.since >= latest[check.id]?.since ?? -1 { latest[check.id] = check }
    }
    return latest.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
