/// A key of `plugins.k8s`, or of `co-pilot` in it: which releases read it, and what it does to pods.
public struct SettingKey: Sendable {
  /// The effect of a key on the pods of tasks.
  public enum Effect: Sendable, Hashable {
    /// It shapes pods, and the model follows it.
    case modeled
    /// It shapes no pod that the model has: when Flyte gives up, how often it tries again.
    case none
    /// It shapes pods in a way that the model does not follow, in words.
    case notModeled(String)
    /// Flyte takes it and never looks at it.
    case unused
  }

  /// The key.
  public let name: String
  /// The first release that reads it.
  public let since: Release
  /// The first release that no longer does; nil where it is still read.
  public let until: Release?
  /// The effect of the key.
  public let effect: Effect

  init(
    _ name: String, since: String = "v1.9.2", until: String? = nil, _ effect: Effect = .modeled
  ) {
    self.name = name
    self.since = Release.known(since)
    self.until = until.map(Release.known)
    self.effect = effect
  }

  /// Returns whether a release reads it.
  public func isRead(by release: Release) -> Bool {
    since <= release && until.map { release < $0 } ?? true
  }
}

extension SettingKey {
  /// Those of `plugins.k8s`: the fields of `K8sPluginConfig` in `flytek8s/config/config.go` of all tags.
  public static let settings = [
    SettingKey("default-pod-template-name"), SettingKey("default-security-context"),
    SettingKey("default-pod-security-context"), SettingKey("enable-host-networking-pod"),
    SettingKey("default-pod-dns-config"), SettingKey("default-node-selector"),
    SettingKey("default-tolerations"), SettingKey("default-affinity"),
    SettingKey("scheduler-name"), SettingKey("co-pilot"), SettingKey("default-cpus"),
    SettingKey("default-memory"), SettingKey("default-labels"), SettingKey("default-annotations"),
    SettingKey("default-env-vars"),
    SettingKey("image-pull-policy", since: "v1.12.0-b0"),
    SettingKey("default-env-from-configmaps", since: "v1.11.1-b0"),
    SettingKey("default-env-from-secrets", since: "v1.11.1-b0"),
    SettingKey(
      "default-env-vars-from-env",
      .notModeled("the values of these variables are in the environment of Flyte")),
    SettingKey("interruptible-tolerations", .notModeled(interruptible)),
    SettingKey("interruptible-node-selector", .notModeled(interruptible)),
    SettingKey("interruptible-node-selector-requirement", .notModeled(interruptible)),
    SettingKey(
      "non-interruptible-node-selector-requirement",
      .notModeled("the node affinity of tasks that cannot be interrupted")),
    SettingKey(
      "resource-tolerations", .notModeled("tolerations of tasks that request a certain resource")),
    SettingKey(
      "add-tolerations-for-extended-resources", since: "v1.14.0",
      .notModeled("tolerations of tasks that request a certain resource")),
    SettingKey("gpu-resource-name", .notModeled(accelerators)),
    SettingKey("gpu-device-node-label", since: "v1.9.20", .notModeled(accelerators)),
    SettingKey("gpu-partition-size-node-label", since: "v1.9.20", .notModeled(accelerators)),
    SettingKey(
      "gpu-unpartitioned-node-selector-requirement", since: "v1.9.20", .notModeled(accelerators)),
    SettingKey("gpu-unpartitioned-toleration", since: "v1.9.20", .notModeled(accelerators)),
    SettingKey("accelerator-devices", since: "v2.0.0-alpha16", .notModeled(accelerators)),
    SettingKey(
      "accelerator-device-classes", since: "v2.0.0-alpha16",
      .notModeled("of a device class only its PodTemplate is, for container tasks")),
    SettingKey("default-pod-template-resync", .none), SettingKey("inject-finalizer", .none),
    SettingKey("delete-resource-on-finalize", .none),
    SettingKey("create-container-error-grace-period", .none),
    SettingKey("image-pull-backoff-grace-period", .none),
    SettingKey("send-object-events", since: "v1.9.5", .none),
    SettingKey("create-container-config-error-grace-period", since: "v1.10.7-b0", .none),
    SettingKey("pod-pending-timeout", since: "v1.10.7-b0", .none),
    SettingKey("update-base-backoff-duration", since: "v1.13.1-rc1", .none),
    SettingKey("update-backoff-retries", since: "v1.13.1-rc1", .none),
    SettingKey(
      "enable-distributed-error-aggregation", since: "v1.14.1", until: "v2.0.0-alpha16", .none),
    SettingKey("disable-inject-owner-references", since: "v2.0.0-alpha16", .none),
  ]

  private static let interruptible = "interruptible tasks"
  private static let accelerators = "tasks that request an accelerator"

  /// Those of `plugins.k8s.co-pilot`: the fields of `FlyteCoPilotConfig`.
  public static let copilot = [
    SettingKey("name"), SettingKey("image"), SettingKey("default-input-path"),
    SettingKey("default-output-path"), SettingKey("input-vol-name"),
    SettingKey("output-vol-name"), SettingKey("cpu"), SettingKey("memory"),
    SettingKey("start-timeout", until: "v1.16.0-b3", .none),
    SettingKey("storage", .unused), SettingKey("timeout", since: "v1.16.0-b3"),
    SettingKey(
      "storage-config-override", since: "v2.0.0-alpha16",
      .notModeled("co-pilot's storage, which is in its arguments")),
    SettingKey("storage-config-secret-name", since: "v2.0.41"),
  ]

  /// The keys that patches of this project add, with the patch.
  public static let ofPatches: [(path: [String], patch: ModeledPatch)] = [
    (["require-default-pod-template"], .requiredDefaultTemplate),
    (["keep-template-init-containers"], .templateInitContainers),
    (["co-pilot", "security-context"], .copilotSecurityContext),
    (["co-pilot", "add-ptrace-capability"], .optionalSysPtrace),
  ]

  private static let byName = TextMap(uniqueKeysWithValues: settings.map { ($0.name, $0) })
  private static let copilotByName = TextMap(uniqueKeysWithValues: copilot.map { ($0.name, $0) })

  /// The key of `plugins.k8s` with a name.
  public static func setting(_ name: String) -> SettingKey? { byName[name] }

  /// The key of `plugins.k8s.co-pilot` with a name.
  public static func copilot(_ name: String) -> SettingKey? { copilotByName[name] }
}

extension Release {
  /// Returns whether it reads a key of `plugins.k8s.co-pilot`.
  public func reads(copilotKey key: String) -> Bool {
    SettingKey.copilot(key)?.isRead(by: self) ?? false
  }

  /// The first release that reads a key of `plugins.k8s.co-pilot`; nil for a key that none reads.
  public static func firstReading(copilotKey key: String) -> Release? {
    SettingKey.copilot(key)?.since
  }

  /// The last release that reads a key of `plugins.k8s.co-pilot`; nil for a key that is still read.
  public static func lastReading(copilotKey key: String) -> Release? {
    SettingKey.copilot(key)?.until.flatMap { end in all.last { $0 < end } }
  }

  /// Returns whether it reads a key of `plugins.k8s`.
  public func reads(settingsKey key: String) -> Bool {
    SettingKey.setting(key)?.isRead(by: self) ?? false
  }

  /// The first release that reads a key of `plugins.k8s`; nil for a key that none reads.
  public static func firstReading(settingsKey key: String) -> Release? {
    SettingKey.setting(key)?.since
  }
}
