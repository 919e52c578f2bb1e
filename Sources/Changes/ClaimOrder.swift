import Deployments
import PodSecurity

/// The order of claims: what every pod is held to. No claim is the same as `privileged`.
enum ClaimOrder {
  /// The effect of a new version of the rules on the pods that they admit.
  private struct Revision {
    let minor: Int
    let level: PodSecurityLevel
    let meaning: Meaning

    init(_ minor: Int, _ level: PodSecurityLevel, _ meaning: Meaning) {
      self.minor = minor
      self.level = level
      self.meaning = meaning
    }
  }

  /// The versions at which the rules change, from the table of checks (Kubernetes 1.37); those of
  /// `baseline` are `restricted`'s as well, where it does not have a stricter rule of its own.
  private static let revisions = [
    Revision(8, .restricted, .tightened),  // allowPrivilegeEscalation
    Revision(19, .baseline, .incomparable),  // seccomp: from annotations to fields
    Revision(22, .restricted, .tightened),  // capabilities
    Revision(23, .restricted, .tightened),  // runAsUser 0
    Revision(25, .restricted, .loosened),  // Windows
    Revision(27, .baseline, .loosened), Revision(29, .baseline, .loosened),  // sysctls
    Revision(31, .baseline, .loosened),  // SELinux types
    Revision(32, .baseline, .loosened),  // sysctls
    Revision(34, .baseline, .tightened),  // hosts of probes
    Revision(35, .baseline, .loosened),  // pods with users of their own
    Revision(37, .baseline, .loosened),  // sysctls
  ]

  /// The meaning of another claim.
  /// - Parameter server: minor version of the API server, which `latest` follows.
  static func meaning(_ before: Claim?, _ after: Claim?, server: Int) -> Meaning {
    let (from, to) = (level(before), level(after))
    let levels: Meaning =
      rank(from) == rank(to) ? .neutral : rank(from) < rank(to) ? .tightened : .loosened
    // What lets every pod in has no version.
    guard from != .privileged, to != .privileged else { return levels }
    let versions = meaning(
      from: minor(before, server), to: minor(after, server),
      level: rank(from) < rank(to) ? from : to)
    return .together([levels, versions])
  }

  private static func meaning(from: Int, to: Int, level: PodSecurityLevel) -> Meaning {
    guard from <= to else { return meaning(from: to, to: from, level: level).reversed }
    return .together(
      revisions.filter { $0.minor > from && $0.minor <= to && rank($0.level) <= rank(level) }
        .map(\.meaning))
  }

  private static func level(_ claim: Claim?) -> PodSecurityLevel {
    claim.flatMap { PodSecurityLevel(named: $0.level) } ?? .privileged
  }

  private static func minor(_ claim: Claim?, _ server: Int) -> Int {
    min(claim?.minor ?? server, server)
  }

  private static func rank(_ level: PodSecurityLevel) -> Int {
    switch level {
    case .privileged: 0
    case .baseline: 1
    case .restricted: 2
    }
  }
}
