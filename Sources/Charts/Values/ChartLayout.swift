import Flyte
import Values

/// The way in which a chart turns its values into files of Flyte's configuration.
struct ChartLayout {
  /// A part of the values that the chart writes to a file of Flyte's configuration.
  struct File {
    /// The keys that lead to it.
    let path: [String]
    /// The flag without which the chart leaves it out.
    var enabledBy: [String]?
  }

  /// In the order in which Flyte reads them: by the name of the file.
  let files: [File]
  /// The keys that the chart has at the top, and deeper where the configuration is.
  let keys: [(path: [String], names: TextSet)]
  /// Names of ConfigMaps and Secrets that replace the configuration the chart would make.
  let externals: [[String]]
  /// Names of ConfigMaps and Secrets that Flyte reads in addition.
  let additions: [[String]]
  /// Lists that an overlay has to repeat, and the key that tells their entries apart.
  let lists: [(path: [String], key: String?)]
  /// The path of the scope of flytepropeller's rights; nil: the chart has no such value.
  let scope: [String]?
  /// The path of flyteadmin's configuration.
  let admin: [String]
  /// The parts that name co-pilot's Secret (v2).
  let storage: StorageSecret?

  /// The values by which a chart decides about co-pilot's Secret.
  struct StorageSecret {
    let configuration: [String]
    /// The name that the chart gives a Helm release with the chart's name.
    let chart: String
  }

  /// The layout of a chart, from its templates in all releases.
  static func of(chart: String, _ release: Release) -> ChartLayout {
    switch chart {
    case "flyte-core": core(release, prefix: [])
    case "flyte": core(release, prefix: ["flyte"])
    default: binary(release)
    }
  }

  /// `templates/propeller/configmap.yaml` of flyte-core, which `flyte` contains.
  private static func core(_ release: Release, prefix: [String]) -> ChartLayout {
    func map(_ name: String) -> File { File(path: prefix + ["configmap", name]) }
    func plugin(_ name: String) -> File {
      File(path: prefix + [name, "plugin_config"], enabledBy: prefix + [name, "enabled"])
    }
    let top = ChartKeys.core.union(prefix.isEmpty ? [] : ["enabled"])
    return ChartLayout(
      files: [
        map("admin"), plugin("flyteagent"), map("catalog"), map("catalog_cache"),
        plugin("flyteconnector"), map("copilot"), map("core"), plugin("databricks"),
        map("enabled_plugins"), map("k8s"), map("logger"), map("otel"), map("qubole"),
        map("resource_manager"), plugin("sparkoperator"), map("task_logs"),
      ],
      keys: (prefix.isEmpty ? [] : [([], ChartKeys.umbrella)])
        + [(prefix, top), (prefix + ["configmap"], ChartKeys.configmap)],
      externals: [], additions: [],
      lists: [
        (prefix + ["cluster_resource_manager", "templates"], "key"),
        (prefix + ["flyteadmin", "serviceAccount", "rbacRules", "resources"], nil),
        (prefix + ["flyteadmin", "serviceAccount", "clusterRole", "resources"], nil),
      ],
      scope: release.hasPropellerScope
        ? prefix + ["flytepropeller", "serviceAccount", "rbacScope"] : nil,
      admin: prefix + ["configmap", "adminServer"], storage: nil)
  }

  /// `templates/configmap.yaml` of flyte-binary. In v2 `flyte-core-components` is a part of its first
  /// file; in v1 it is below a key of its own.
  private static func binary(_ release: Release) -> ChartLayout {
    let configuration = ["configuration"]
    let inline = File(path: configuration + ["inline"])
    let isSecond = release.line == .v2
    return ChartLayout(
      files: (isSecond ? [File(path: ["flyte-core-components"])] : []) + [inline],
      keys: [([], ChartKeys.binary), (configuration, ChartKeys.configuration)],
      externals: ["externalConfigMap", "externalSecretRef"].map { configuration + [$0] },
      additions: [
        "inlineConfigMap", "inlineSecretRef", "extraInlineConfigMapRefs", "extraInlineSecretRefs",
      ].map { configuration + [$0] },
      lists: [(["rbac", "extraRules"], nil)], scope: nil, admin: inline.path,
      storage: release.reads(copilotKey: "storage-config-secret-name")
        ? StorageSecret(configuration: configuration, chart: "flyte-binary") : nil)
  }
}
