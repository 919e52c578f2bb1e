import Diagnostics
import Flyte
import Operators
import Values

/// Reads the plugins of a cluster, and the operators behind them.
struct PluginReader {
  /// The plugins that are named, each once.
  func read(_ tree: OriginTree?, into diagnostics: inout DiagnosticList) -> [PluginChoice] {
    var choices: [PluginChoice] = []
    for item in tree?.items ?? [] {
      guard let choice = choice(item, into: &diagnostics) else { continue }
      guard !choices.contains(where: { $0.plugin == choice.plugin }) else {
        diagnostics.error(
          .wrongValue, "'\(choice.plugin.rawValue)' is in 'plugins' twice",
          at: item.origin.span, hint: "keep one of the entries")
        continue
      }
      choices.append(choice)
    }
    return choices
  }

  private func choice(
    _ item: OriginTree, into diagnostics: inout DiagnosticList
  ) -> PluginChoice? {
    if let plugin = item.string.flatMap(FlytePlugin.init(named:)) { return PluginChoice(plugin) }
    guard let plugin = item["name"]?.string.flatMap(FlytePlugin.init(named:)) else { return nil }
    checkSettings(item, of: plugin, into: &diagnostics)
    guard let tree = item["operator"], let text = tree.string else { return PluginChoice(plugin) }
    let version: OperatorVersion
    switch VersionReading(text, of: plugin) {
    case .version(let found): version = found
    case .noOperator:
      diagnostics.error(
        .wrongValue, "no operator makes the pods of '\(plugin.rawValue)'", at: tree.origin.span,
        hint: "remove 'operator'")
      return nil
    case .unreadable:
      diagnostics.error(
        .wrongValue, "\(quoted: text) is not a version of an operator", at: tree.origin.span,
        hint: "write its numbers\(Self.example(of: plugin))")
      return nil
    case .unknownLine:
      diagnostics.error(
        .wrongValue, "no version of \(quoted: text) was run, and its versions may differ",
        at: tree.origin.span, hint: "write all three numbers\(Self.example(of: plugin))")
      return nil
    }
    let values = PlainValue(item)
    return PluginChoice(
      plugin, Operator(of: plugin, version: version, PluginChoice.settings(values)),
      ownPods: values["ownPods"]?.bool ?? false)
  }

  /// Reports settings that no operator of the entry reads.
  private func checkSettings(
    _ item: OriginTree, of plugin: FlytePlugin, into diagnostics: inout DiagnosticList
  ) {
    for (key, owners) in Self.settings {
      guard let setting = item[key] else { continue }
      if !owners.contains(plugin) {
        diagnostics.error(
          .wrongValue, "'\(key)' is for \(owners.map { "'\($0.rawValue)'" }.listed)",
          at: setting.origin.span, hint: "remove it from '\(plugin.rawValue)'")
      } else if item["operator"] == nil {
        diagnostics.error(
          .wrongValue, "'\(key)' needs 'operator'", at: setting.origin.span,
          hint: "add the version of the operator\(Self.example(of: plugin)), or remove '\(key)'")
      }
    }
  }

  /// The settings, and the plugins that each is for.
  private static let settings: [(key: String, owners: [FlytePlugin])] = [
    ("webhook", [.spark]), ("initContainer", [.ray]), ("securePodDefaults", [.apps]),
    ("initTemplate", [.pytorch]),
    ("ownPods", [.ray, .spark]),
  ]

  private static func example(of plugin: FlytePlugin) -> String {
    Operator.newest(of: plugin).map { ", such as 'operator: \($0)'" } ?? ""
  }
}
