public import PodAPI

/// The Pod Security Standards, as the admission plugins of Kubernetes 1.25 to 1.37 evaluate them:
/// every version from 1.0 on, message for message.
///
/// Two versions matter. That of the policy, which a namespace's label says, chooses the rules; that
/// of the API server chooses the code which evaluates them.
public enum PodSecurity {
  /// The newest minor version of the API server that is known; newer ones are taken for it.
  public static let newestServer = 37

  /// Judges a pod, or the template of one.
  /// - Parameters:
  ///   - spec: the spec, with the API server's defaults.
  ///   - annotations: those of the pod; of a PodTemplate, those below `template`.
  ///   - version: the policy's; one that is newer than the server is the server's newest.
  ///   - server: minor version of the API server, 25 to `newestServer`.
  public static func evaluate(
    spec: PodObject, annotations: PodMap?, level: PodSecurityLevel, version: PodSecurityVersion,
    server: Int
  ) -> Verdict {
    guard level != .privileged else { return Verdict(findings: []) }
    let server = min(server, newestServer)
    return Verdict(
      findings: CheckTable.shared.findings(
        on: PodView(spec: spec, annotations: annotations), level: level,
        minor: version.effectiveMinor(server: server), server: server))
  }
}

/// The pods that are never judged, whatever they have: the static configuration of the admission
/// plugin.
public struct Exemptions: Sendable {
  /// Users whose requests are passed.
  public var usernames: TextSet = []
  /// Namespaces that are passed.
  public var namespaces: TextSet = []
  /// Runtime classes of pods that are passed.
  public var runtimeClasses: TextSet = []

  /// No exemptions.
  public init() {}

  /// Returns whether a pod is passed unseen.
  public func holds(username: String?, namespace: String, runtimeClass: String?) -> Bool {
    username.map(usernames.contains) ?? false || namespaces.contains(namespace)
      || runtimeClass.map(runtimeClasses.contains) ?? false
  }
}
