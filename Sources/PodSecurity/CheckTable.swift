/// The checks of each level and version, worked out once.
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

  /// By minor version of the policy, those of all servers.
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
    let versions = 0...PodSecurity.newestServer
    baseline = versions.map { Self.current(.baseline, $0).map(Entry.init) }
    restricted = versions.map { minor in
      let own = Self.current(.restricted, minor)
      let hidden = TextSet(own.flatMap(\.overrides))
      return (Self.current(.baseline, minor).filter { !hidden.contains($0.id) } + own)
        .map(Entry.init)
    }
  }

  /// Runs the checks of a level, those of `restricted` with those of `baseline` that it does not
  /// replace.
  /// - Parameters:
  ///   - minor: of the policy, 0 to `PodSecurity.newestServer`.
  ///   - server: minor version of the API server.
  func findings(
    on pod: PodView, level: PodSecurityLevel, minor: Int, server: Int
  ) -> [CheckFinding] {
    let entries = level == .baseline ? baseline[minor] : restricted[minor]
    var findings: [CheckFinding] = []
    // By position: a loop over the entries would copy each one.
    for index in entries.indices {
      if let needs = entries[index].needs, !needs.meets(pod.said) { continue }
      guard entries[index].check.servers.contains(server) else { continue }
      if let finding = entries[index].check.evaluate(pod) { findings.append(finding) }
    }
    return findings
  }

  /// A check as one range of servers has it.
  private struct Line: Hashable {
    let id: String
    let servers: Range<Int>
  }

  private static func current(_ level: PodSecurityLevel, _ minor: Int) -> [Check] {
    // One a server: a pod is judged by the one that its own server has.
    var latest: [Line: Check] = [:]
    for check in all where check.level == level && check.since <= minor {
      let line = Line(id: check.id, servers: check.servers)
      if check.since >= latest[line]?.since ?? -1 { latest[line] = check }
    }
    return latest.values.sorted { left, right in
      left.id == right.id
        ? left.servers.lowerBound < right.servers.lowerBound
        : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }
}
