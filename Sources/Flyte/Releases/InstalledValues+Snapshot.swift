import Values

/// The part of the user's own values that `setup.yaml` has, so that a snapshot tells the pods that Flyte
/// makes with them.
extension InstalledValues {
  /// The text in place of one that may be a secret.
  public static let hidden = "not written here"

  /// The same with what shapes pods alone, and without texts that may be secrets: values of variables,
  /// commands, arguments and requests of containers, the storage of co-pilot, and settings of Spark that
  /// shape no pod. Their names stay. Labels, annotations, images and names are written.
  public var forSnapshot: InstalledValues {
    var result = InstalledValues()
    result.isExternal = isExternal
    result.namespaceScope = namespaceScope
    // Nothing of these reaches Flyte.
    guard !isExternal else { return result }
    result.settings = Self.settings(settings)
    result.laterSettings = Self.settings(laterSettings)
    result.webhook = Self.webhook(webhook)
    result.laterWebhook = Self.webhook(laterWebhook)
    result.ray = ray.mappingEntries { $0 == "logsSidecar" ? $1.hidingTextsOfContainer : $1 }
    result.spark = Self.spark(spark)
    result.apps = apps
    result.arrayNamespace = arrayNamespace
    result.serviceAccount = serviceAccount
    return result
  }

  private static func settings(_ tree: OriginTree) -> OriginTree {
    tree.mappingEntries { name, value in
      switch SettingKey.setting(name)?.effect {
      case .some(.none), .unused: return nil
      default: break
      }
      switch name {
      case "default-env-vars": return value.listOfMerged.hidingTexts
      case "co-pilot": return copilot(value)
      case "accelerator-device-classes": return value.hidingTextsOfContainers
      default: return usersKeys.contains(name) ? value.listOfMerged : value
      }
    }
  }

  /// The settings with keys of the user's own.
  public static let usersKeys: TextSet = [
    "default-labels", "default-annotations", "default-node-selector", "default-env-vars",
    "interruptible-node-selector",
  ]

  private static func copilot(_ tree: OriginTree) -> OriginTree? {
    tree.mappingEntries { name, value in
      switch SettingKey.copilot(name)?.effect {
      case .some(.none), .unused: nil
      // Co-pilot's storage has credentials.
      case .notModeled: value.hidingTexts
      default: value
      }
    }.ifNotEmpty
  }

  /// The keys of `webhook` that shape pods.
  private static let webhookKeys: [[String]] =
    [["secretManagerType"], ["secretManagerTypes"], ["secretEnvVarPrefix"]]
    + ["awsSecretManager", "gcpSecretManager", "azureSecretManager"].flatMap { manager in
      ["sidecarImage", "resources", "securityContext"].map { [manager, $0] }
    }
    + ["role", "kvVersion", "annotations"].map { ["vaultSecretManager", $0] }
    + ["image", "containerName", "resources", "securityContext"].map {
      ["embeddedSecretManagerConfig", "fileMountInitContainer", $0]
    } + [["embeddedSecretManagerConfig", "imagePullSecrets", "enabled"]]

  private static func webhook(_ tree: OriginTree) -> OriginTree {
    tree.keeping(webhookKeys)
  }

  private static func spark(_ tree: OriginTree) -> OriginTree {
    func configuration(_ tree: OriginTree) -> OriginTree {
      tree.mappingEntries { sparkKeys.contains($0) ? $1 : $1.hidingTexts }
    }
    return tree.mappingEntries { name, value in
      switch name {
      case "spark-config-default": configuration(value)
      case "features":
        value.holding(
          .list(
            value.items.map { feature in
              feature.mappingEntries { $0 == "spark-config" ? configuration($1) : $1 }
            }))
      default: value
      }
    }
  }

  /// The settings of Spark that shape pods; all others may have secrets.
  private static let sparkKeys = TextSet(
    [
      "spark.executor.instances", "spark.batchScheduler",
      "spark.kubernetes.executor.podNamePrefix",
    ]
      + ["driver", "executor"].flatMap { part in
        ["cores", "memory", "memoryOverhead"].map { "spark.\(part).\($0)" }
          + ["limit.cores", "request.cores", "podTemplateFile", "podTemplateContainerName"].map {
            "spark.kubernetes.\(part).\($0)"
          }
      })
}

extension OriginTree {
  /// The same mapping with each value changed; one of nil goes.
  fileprivate func mappingEntries(
    _ value: (String, OriginTree) -> OriginTree?
  ) -> OriginTree {
    guard case .mapping(let entries) = content else { return self }
    return holding(
      .mapping(
        entries.compactMap { entry in
          value(entry.key, entry.value).map {
            Entry(key: entry.key, keyOrigin: entry.keyOrigin, value: $0)
          }
        }))
  }

  fileprivate var ifNotEmpty: OriginTree? { isEmpty ? nil : self }

  /// What is at some paths of keys.
  fileprivate func keeping(_ paths: [[String]]) -> OriginTree {
    mappingEntries { name, value in
      let rests = paths.filter { $0.first?.hasSameBytes(as: name) == true }.map {
        Array($0.dropFirst())
      }
      guard !rests.isEmpty else { return nil }
      return rests.contains(where: \.isEmpty) ? value : value.keeping(rests).ifNotEmpty
    }
  }

  /// The same with every text replaced.
  fileprivate var hidingTexts: OriginTree {
    switch content {
    case .mapping: mappingEntries { $1.hidingTexts }
    case .list(let items): holding(.list(items.map(\.hidingTexts)))
    case .null: self
    default: holding(.string(InstalledValues.hidden))
    }
  }

  /// A PodSpec below it with texts of its containers replaced.
  fileprivate var hidingTextsOfContainers: OriginTree {
    mappingEntries { name, value in
      switch name {
      case "containers", "initContainers", "ephemeralContainers":
        value.holding(.list(value.items.map(\.hidingTextsOfContainer)))
      // What a volume's driver is told.
      case "volumes": value.hidingTexts(under: ["options", "volumeAttributes"])
      // These have keys of the user's own.
      case "nodeSelector", "affinity": value
      default: value.hidingTextsOfContainers
      }
    }
  }

  /// A container with the texts replaced that may be secrets.
  fileprivate var hidingTextsOfContainer: OriginTree {
    mappingEntries { name, value in
      switch name {
      case "args", "command": value.hidingTexts
      case "env": value.hidingTexts(under: ["value"])
      case "lifecycle", "livenessProbe", "readinessProbe", "startupProbe":
        value.hidingTexts(under: ["command", "path", "value", "service"])
      default: value
      }
    }
  }

  /// The same with every text below some keys replaced.
  fileprivate func hidingTexts(under names: TextSet) -> OriginTree {
    switch content {
    case .mapping:
      mappingEntries { names.contains($0) ? $1.hidingTexts : $1.hidingTexts(under: names) }
    case .list(let items): holding(.list(items.map { $0.hidingTexts(under: names) }))
    default: self
    }
  }

  /// A map with keys of the user's own as a list of one, which keeps them as they are: Flyte's reader lowers
  /// the keys of a mapping.
  fileprivate var listOfMerged: OriginTree {
    switch content {
    case .mapping, .list: holding(.list([mergedKeys]))
    default: self
    }
  }
}
