/// The sources of secrets for Flyte's secret webhook.
public enum SecretManager: String, Sendable, Hashable, CaseIterable {
  case k8s, global, aws, gcp, azure, vault, embedded

  /// Its name in `webhook.secretManagerType`.
  public var typeName: String {
    switch self {
    case .k8s: "K8s"
    case .global: "Global"
    case .aws: "AWS"
    case .gcp: "GCP"
    case .azure: "Azure"
    case .vault: "Vault"
    case .embedded: "Embedded"
    }
  }

  /// The key of its init container's security context below `webhook`, in a binary built with
  /// `secret-manager-security-context`; nil for those that add none, and for Vault, whose own
  /// injector adds the container.
  public var setting: [String]? {
    switch self {
    case .aws: ["awsSecretManager", "securityContext"]
    case .gcp: ["gcpSecretManager", "securityContext"]
    case .azure: ["azureSecretManager", "securityContext"]
    case .embedded:
      ["embeddedSecretManagerConfig", "fileMountInitContainer", "securityContext"]
    case .k8s, .global, .vault: nil
    }
  }
}

extension Release {
  /// The secret managers that its webhook knows. v2.0.0 has no webhook; v2.0.1 to v2.0.8 have it as a
  /// library that nothing calls. Azure and the embedded one are v2's.
  public var secretManagers: [SecretManager] { Self.managers[self] }

  private static let managers = ReleaseFact<[SecretManager]>(
    [.k8s, .global, .aws, .gcp, .vault],
    from: [("v2.0.0-alpha16", []), ("v2.0.9", SecretManager.allCases)])
}
