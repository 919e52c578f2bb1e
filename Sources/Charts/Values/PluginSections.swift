import Diagnostics
import Flyte
import PodAPI
import Values

/// Reads the sections of Flyte's configuration that shape what plugins send to operators, as Flyte does:
/// it takes keys in any case. What else is in them shapes no pod.
struct PluginSections {
  let text: TemplateText

  /// A section that the model reads: its keys, by their names in lower case.
  private typealias Keys = TextMap<(name: String, kind: PodSchema.Kind)>

  /// `plugins.ray`.
  func ray(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> OriginTree {
    read(tree, Self.ray, into: &diagnostics)
  }

  /// `internalApps`.
  func apps(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> OriginTree {
    read(tree, Self.apps, into: &diagnostics)
  }

  /// `plugins.spark`, with Spark's own settings as one mapping each.
  func spark(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> OriginTree {
    let read = read(tree, Self.spark, into: &diagnostics)
    var result = read
    if let own = read["spark-config-default"] {
      result = result.setting("spark-config-default", to: own.mergedKeys)
    }
    guard let features = tree[ignoringCase: "features"] else { return result }
    let items = features.items.map { feature in
      let named = self.read(feature, Self.feature, into: &diagnostics)
      return named["spark-config"].map { named.setting("spark-config", to: $0.mergedKeys) } ?? named
    }
    return result.setting("features", to: features.holding(.list(items)))
  }

  private func read(
    _ tree: OriginTree, _ keys: Keys, into diagnostics: inout DiagnosticList
  ) -> OriginTree {
    let fields = SettingFields(text: text)
    let entries = tree.entries.compactMap { entry -> OriginTree.Entry? in
      guard let key = keys[entry.key.lowercased()] else { return nil }
      return OriginTree.Entry(
        key: key.name, keyOrigin: entry.keyOrigin,
        value: fields.known(entry.value, as: key.kind, in: key.name, into: &diagnostics))
    }
    return tree.holding(.mapping(entries))
  }

  private static func keys(_ names: [(String, PodSchema.Kind)]) -> Keys {
    Keys(uniqueKeysWithValues: names.map { ($0.0.lowercased(), (name: $0.0, kind: $0.1)) })
  }

  private static let ray = keys([
    ("serviceAccount", .string), ("serviceType", .string), ("shutdownAfterJobFinishes", .bool),
    ("ttlSecondsAfterFinished", .int64), ("enableIngress", .bool), ("includeDashboard", .bool),
    ("dashboardHost", .string), ("submissionMode", .string),
    ("logsSidecar", SettingFields.kind("Container")),
  ])
  private static let apps = keys([("defaultServiceAccount", .string)])
  private static let spark = keys([
    ("spark-config-default", .map(.string)), ("enable-pod-template", .bool),
  ])
  private static let feature = keys([("name", .string), ("spark-config", .map(.string))])
}
