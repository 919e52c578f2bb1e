public import PodAPI
public import Values

/// `webhook`, as far as it shapes a pod.
public struct WebhookSettings: Sendable, Hashable {
  /// An init container that gets secrets.
  public struct Puller: Sendable, Hashable {
    /// Its image.
    public var image: String
    /// Its resources, a `ResourceRequirements`.
    public var resources: PodObject
    /// Its security context, a `SecurityContext` (with the patch).
    public var securityContext: PodObject?
  }

  /// The managers in the order in which they are asked, `global` first; nil: a name that the release
  /// does not know, so that the program does not start.
  public let managers: [SecretManager]?
  /// `awsSecretManager`, `gcpSecretManager`, `azureSecretManager`.
  let aws, gcp, azure: Puller
  /// `embeddedSecretManagerConfig.fileMountInitContainer`.
  let embedded: Puller
  /// `embeddedSecretManagerConfig.fileMountInitContainer.containerName`.
  let embeddedName: String
  /// `embeddedSecretManagerConfig.imagePullSecrets.enabled`.
  let addsPullSecrets: Bool
  /// `secretEnvVarPrefix` (v2).
  let variablePrefix: String
  /// `vaultSecretManager.role`.
  let vaultRole: String
  /// True if `vaultSecretManager.kvVersion` is 1.
  let isFirstVaultVersion: Bool
  /// `vaultSecretManager.annotations`.
  let vaultAnnotations: PodMap

  /// The settings that a `webhook` section makes, over the defaults. Keys and values that the release
  /// does not know are passed over as Flyte's servers do, the names of managers aside.
  public init(reading section: PlainValue, behaviors: Behaviors, webhook: WebhookBehaviors) {
    managers = Self.managers(section, behaviors, webhook)
    let minor = behaviors.apiMinor
    let readsContext = behaviors.readsSecretManagerSecurityContext
    func puller(
      _ value: PlainValue?, imageKey: String, image: String, memory: String, cpu: String
    ) -> Puller {
      let decoder = PodDecoder(minor: minor)
      let amounts = PodMap([("memory", .string(memory)), ("cpu", .string(cpu))])
      let defaults = PodObject([.init(.limits, .map(amounts)), .init(.requests, .map(amounts))])
      let said = value?["resources"].map { decoder.decode($0, as: "ResourceRequirements") }
      let context = value?["securityContext"].map { decoder.decode($0, as: "SecurityContext") }
      return Puller(
        image: value?[imageKey]?.string ?? image,
        resources: Self.replacing(defaults, said),
        securityContext: readsContext ? context : nil)
    }
    func sidecar(_ key: String, _ image: String) -> Puller {
      puller(section[key], imageKey: "sidecarImage", image: image, memory: "500Mi", cpu: "200m")
    }
    aws = sidecar(
      "awsSecretManager", "docker.io/amazon/aws-secrets-manager-secret-sidecar:v0.1.4")
    gcp = sidecar("gcpSecretManager", "gcr.io/google.com/cloudsdktool/cloud-sdk:alpine")
    azure = sidecar("azureSecretManager", "mcr.microsoft.com/azure-cli:cbl-mariner2.0")
    let inner = section["embeddedSecretManagerConfig"]
    let file = inner?["fileMountInitContainer"]
    embedded = puller(
      file, imageKey: "image", image: webhook.embeddedImage, memory: "100Mi", cpu: "100m")
    embeddedName = file?["containerName"]?.string ?? "init-embedded-secret"
    addsPullSecrets = inner?["imagePullSecrets"]?["enabled"]?.bool ?? false
    let prefix = webhook.takesSeveralManagers ? section["secretEnvVarPrefix"]?.string : nil
    variablePrefix = prefix ?? webhook.variablePrefix
    let vault = section["vaultSecretManager"]
    vaultRole = vault?["role"]?.string ?? "flyte"
    // The number that Flyte's type has for version 1 is 0.
    isFirstVaultVersion =
      vault?["kvVersion"]?.string == "1" || vault?["kvVersion"] == .integer(0)
    // Flyte's reader lowers the keys of a mapping.
    vaultAnnotations = PodMap(
      (vault?["annotations"]?.entries ?? []).compactMap { entry in
        entry.value.string.map { (key: entry.key.lowercased(), value: .string($0)) }
      })
  }

  /// Flyte's reader makes a new map of one that is said, and keeps the default where it is empty.
  private static func replacing(_ defaults: PodObject, _ said: PodObject?) -> PodObject {
    var result = defaults
    for field in said?.fields ?? [] { result[field.name] = field.value }
    return result
  }

  private static func managers(
    _ section: PlainValue, _ behaviors: Behaviors, _ webhook: WebhookBehaviors
  ) -> [SecretManager]? {
    let several = webhook.takesSeveralManagers ? section["secretManagerTypes"]?.items ?? [] : []
    let names =
      several.isEmpty ? section["secretManagerType"].map { [$0] } ?? [] : several
    guard !names.isEmpty else { return [.global, webhook.defaultManager] }
    let found = names.compactMap { name in
      behaviors.secretManagers.first { $0.typeName == name.string }
    }
    return found.count == names.count ? [.global] + found : nil
  }
}
