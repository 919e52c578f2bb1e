import PodAPI

/// Only sysctls that are known to be safe; the list grows with the versions.
public enum SysctlsCheck {
  /// The sysctls that act only within the pod: those that the newest version lets in.
  public static let safe = TextSet(additions.flatMap(\.1))

  static let revisions: [Check] = {
    var allowed: TextSet = []
    return additions.map { since, names in
      allowed.formUnion(names)
      let known = allowed
      return Check(id: "sysctls", level: .baseline, since: since, needs: [.sysctls]) {
        evaluate($0, known)
      }
    }
  }()

  private static let additions: [(Int, [String])] = [
    (
      0,
      [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
      ]
    ),
    (27, ["net.ipv4.ip_local_reserved_ports"]),
    (
      29,
      [
        "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
      ]
    ),
    (32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]),
    (37, ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"]),
  ]

  @Sendable private static func evaluate(_ pod: PodView, _ allowed: TextSet) -> CheckFinding? {
    let names = (pod.securityContext?[.sysctls]?.items ?? [])
      .map { $0.object?[.name]?.string ?? "" }.filter { !allowed.contains($0) }
    guard !names.isEmpty else { return nil }
    return CheckFinding(
      check: "sysctls", reason: "forbidden sysctls", detail: names.joined(separator: ", "),
      offenders: [Offender(container: nil, field: "securityContext.sysctls", values: names)])
  }
}
