import Values

/// The part of the user's own values that `setup.yaml` has, so that a snapshot tells the pods that Flyte
/// makes with them.
extension InstalledValues {
  /// The text in place of one that may be a secret.
  public static let hidden = "not written here"

  /// The same with what shapes pods alone, and without texts that may be secrets: of a variable the name
  /// stays, of Spark's settings those that shape pods.
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
    result.ray = ray.hidingVariables
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
      case "default-env-vars": return value.hidingTexts
      case "co-pilot": return copilot(value)
      default: return value.hidingVariables
      }
    }
  }

  private static func copilot(_ tree: OriginTree) -> OriginTree? {
    tree.mappingEntries { name, value in
      switch SettingKey.copilot(name)?.effect {
      // Co-pilot's storage has credentials.
      case .some(.none), .unused, .notModeled: nil
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
    tree.keeping(webhookKeys[...])
  }

  private static func spark(_ tree: OriginTree) -> OriginTree {
    func configuration(_ tree: OriginTree) -> OriginTree {
      tree.mappingEntries { isShown(sparkKey: $0) ? $1 : $1.hidingTexts }
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

  /// Returns whether a setting of Spark's is about pods, and no variable or option with a text of the user's
  /// own.
  private static func isShown(sparkKey key: String) -> Bool {
    let name = key.lowercased()
    let isAboutPods = [
      "spark.kubernetes.", "spark.driver.", "spark.executor.", "spark.pyspark.", "spark.flyte",
      "spark.batchscheduler",
    ].contains { name.hasPrefix($0) }
    let isOwn =
      name.hasPrefix("spark.kubernetes.driverenv.") || name.hasSuffix(".extrajavaoptions")
      || ["secret", "password", "token", "credential"].contains { name.contains($0) }
    return isAboutPods && !isOwn
  }
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
  fileprivate func keeping(_ paths: ArraySlice<[String]>) -> OriginTree {
    mappingEntries { name, value in
      let rests = paths.filter { $0.first?.hasSameBytes(as: name) == true }.map {
        Array($0.dropFirst())
      }
      guard !rests.isEmpty else { return nil }
      return rests.contains(where: \.isEmpty) ? value : value.keeping(rests[...]).ifNotEmpty
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

  /// The same with the values of variables, commands and arguments of containers replaced.
  fileprivate var hidingVariables: OriginTree {
    switch content {
    case .mapping:
      mappingEntries { name, value in
        switch name {
        case "args", "command": return value.hidingTexts
        case "env":
          return value.holding(
            .list(
              value.items.map { variable in
                variable.mappingEntries { $0 == "value" ? $1.hidingTexts : $1 }
              }))
        default: return value.hidingVariables
        }
      }
    case .list(let items): holding(.list(items.map(\.hidingVariables)))
    default: self
    }
  }
}
