/// Where Flyte's secret webhook gets secrets from, of those that change what a pod looks like.
public enum SecretManager: String, Sendable, Hashable, CaseIterable {
  case aws, gcp, azure, vault, embedded

  /// Where the security context of its init container stands below `webhook`, in a binary built with
  /// `secret-manager-security-context`; nil for Vault, whose own injector adds the container.
  public var setting: [String]? {
    switch self {
    case .aws: ["awsSecretManager", "securityContext"]
    case .gcp: ["gcpSecretManager", "securityContext"]
    case .azure: ["azureSecretManager", "securityContext"]
    case .embedded:
      ["embeddedSecretManagerConfig", "fileMountInitContainer", "securityContext"]
    case .vault: nil
    }
  }
}

extension Release {
  /// The secret managers that its webhook knows: v2.0.0 has no webhook, and Azure and the embedded
  /// one are v2's.
  public var secretManagers: [SecretManager] { Self.managers[self] }

  private static let managers = ReleaseFact<[SecretManager]>(
    [.aws, .gcp, .vault],
    from: [("v2.0.0-alpha16", []), ("v2.0.1", SecretManager.allCases)])
}
