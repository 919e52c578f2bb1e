import JSONText
import PodAPI

@testable import PodSecurity

/// The answer of one check for a pod, at a version of the policy and of the API server.
struct CheckRow: Sendable, CustomStringConvertible {
  let check: String
  /// Minor version of the policy.
  let policy: Int
  /// Minor version of the API server.
  let server: Int
  /// The spec, in JSON.
  let spec: String
  let annotations: [String: String]
  /// `reason (detail)`, word for word; nil: nothing.
  let says: String?

  init(
    _ check: String, _ policy: Int, server: Int = PodSecurity.newestServer, _ spec: String,
    annotations: [String: String] = [:], says: String? = nil
  ) {
    self.check = check
    self.policy = policy
    self.server = server
    self.spec = spec
    self.annotations = annotations
    self.says = says
  }

  var description: String { "\(check) v1.\(policy) on 1.\(server): \(spec)" }

  /// Returns the check's current answer for the pod.
  func result() throws -> String? {
    let level = try level()
    let verdict = PodSecurity.evaluate(
      spec: PodDecoder(minor: 36).decode(try JSONReader.read(spec.utf8), as: "PodSpec"),
      annotations: PodMap(annotations.map { ($0.key, .string($0.value)) }), level: level,
      version: .minor(policy), server: server)
    let finding = verdict.findings.first { $0.check == check }
    return finding.map { "\($0.reason) (\($0.detail))" }
  }

  private func level() throws -> PodSecurityLevel {
    guard let found = CheckTable.all.first(where: { $0.id == check }) else { throw NoCheck() }
    return found.level
  }

  /// True if it is about a revision of its check.
  func concerns(_ revision: Check) -> Bool {
    guard revision.id == check, revision.servers.contains(server) else { return false }
    let effective = min(policy, server)
    let next = CheckTable.all.filter {
      $0.id == check && $0.servers == revision.servers && $0.since > revision.since
    }.map(\.since).min()
    return effective >= revision.since && effective < next ?? Int.max
  }

  private struct NoCheck: Error {}

  /// A pod of one container with a security context.
  static func container(_ context: String, pod: String = "{}", more: String = "") -> String {
    let rest = more.isEmpty ? "" : ", \(more)"
    return
      #"{"securityContext": \#(pod), "containers": [{"name": "c", "securityContext": \#(context)}]\#(rest)}"#
  }

  /// A pod of one container with some fields.
  static func fields(_ fields: String) -> String {
    #"{"containers": [{"name": "c", \#(fields)}]}"#
  }
}
