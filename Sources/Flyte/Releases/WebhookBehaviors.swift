/// The behavior of a release's secret webhook, as far as releases differ.
public struct WebhookBehaviors: Sendable, Hashable {
  /// True if a secret that cannot be had refuses the pod (v2); else the pod is let in without it.
  public let refusesFailures: Bool
  /// True if it puts variables in front, and takes away those of the same name (v2); else it adds
  /// those that are not there behind the others.
  public let putsVariablesFirst: Bool
  /// True if several managers can be set, each for what those before it do not have (v2).
  public let takesSeveralManagers: Bool
  /// True if the k8s manager reads a secret's `env_var` (v1.15.0).
  public let namesVariables: Bool
  /// True if the AWS manager reads it too (v1.15.1 to v1.16.8).
  public let namesPulledVariables: Bool
  /// True if the k8s manager looks a secret without a group up by the MD5 of its key (v2.0.10).
  public let hashesKeys: Bool
  /// True if a secret's `env_var` replaces the embedded manager's own name, or comes beside it
  /// (until v2.0.13).
  public let replacesVariableName: Bool
  /// True if pods carry the label that the embedded manager asks for (v2.0.14).
  public let labelsOrganization: Bool
  /// The prefix of the names of variables.
  public let variablePrefix: String
  /// The manager where no setting names one.
  public let defaultManager: SecretManager
  /// The image of the embedded manager's init container.
  public let embeddedImage: String
  /// True if messages show a secret with a blank behind its last field (until v1.10.7-b3).
  public let endsTextWithBlank: Bool
}

extension Release {
  /// The behavior of its secret webhook; nil if it has none.
  public var webhook: WebhookBehaviors? {
    guard !secretManagers.isEmpty else { return nil }
    let isSecond = line == .v2
    return WebhookBehaviors(
      refusesFailures: isSecond, putsVariablesFirst: isSecond, takesSeveralManagers: isSecond,
      namesVariables: isAtLeast("v1.15.0"), namesPulledVariables: Self.pulledNames[self],
      hashesKeys: isAtLeast("v2.0.10"), replacesVariableName: isAtLeast("v2.0.14"),
      labelsOrganization: isAtLeast("v2.0.14"),
      variablePrefix: isSecond ? "_UNION_" : "_FSEC_",
      defaultManager: isAtLeast("v2.0.29") ? .embedded : .k8s,
      embeddedImage: isAtLeast("v2.0.24")
        ? "public.ecr.aws/docker/library/busybox:latest" : "busybox:1.28",
      endsTextWithBlank: !isAtLeast("v1.10.7-b4"))
  }

  private static let pulledNames = ReleaseFact<Bool>(
    false, from: [("v1.15.1", true), ("v2.0.0-alpha16", false)])
}
