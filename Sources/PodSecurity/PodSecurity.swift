public import PodAPI

/// The Pod Security Standards, as the admission plugin of Kubernetes 1.37 evaluates them: every
/// version from 1.0 on, message for message.
public enum PodSecurity {
  /// Judges a pod, or the template of one.
  /// - Parameters:
  ///   - spec: the spec, with the API server's defaults.
  ///   - annotations: those of the pod; of a PodTemplate, those below `template`.
  public static func evaluate(
    spec: PodObject, annotations: PodMap?, level: PodSecurityLevel, version: PodSecurityVersion
  ) -> Verdict {
    guard level != .privileged else { return Verdict(findings: []) }
    return Verdict(
      findings: CheckTable.shared.findings(
        on: PodView(spec: spec, annotations: annotations), level: level,
        minor: version.effectiveMinor))
  }
}

/// What is never judged, whatever it holds: the static configuration of the admission plugin.
public struct Exemptions: Sendable, Hashable {
  /// Users whose requests are passed.
  public var usernames: Set<String> = []
  /// Namespaces that are passed.
  public var namespaces: Set<String> = []
  /// Runtime classes of pods that are passed.
  public var runtimeClasses: Set<String> = []

  /// No exemptions.
  public init() {}

  /// Whether a pod is passed unseen.
  public func holds(username: String?, namespace: String, runtimeClass: String?) -> Bool {
    username.map(usernames.contains) ?? false || namespaces.contains(namespace)
      || runtimeClass.map(runtimeClasses.contains) ?? false
  }
}
