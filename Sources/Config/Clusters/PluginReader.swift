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
        if choice.runner != nil {
          diagnostics.error(
            .wrongValue, "'\(choice.plugin.rawValue)' is in 'plugins' twice",
            at: item.origin.span, hint: "keep one of the entries")
        }
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
    guard let tree = item["operator"], let text = tree.string else { return PluginChoice(plugin) }
    guard let version = OperatorVersion(text), version.isComplete else {
      diagnostics.error(
        .wrongValue, "'\(text)' is not a full version of an operator", at: tree.origin.span,
        hint: "write all three numbers, such as 'operator: \(Self.example(of: plugin))'")
      return nil
    }
    var settings = Operator.Settings()
    settings.webhook = Self.flag(item["webhook"])
    settings.initContainer = Self.flag(item["initContainer"]) ?? true
    if let word = item["securePodDefaults"]?.string {
      settings.secureDefaults = KnativeServing.SecureDefaults(named: word) ?? .disabled
    }
    guard let runner = Operator(of: plugin, version: version, settings) else {
      diagnostics.error(
        .wrongValue, "no operator makes the pods of '\(plugin.rawValue)'", at: tree.origin.span,
        hint: "remove 'operator'")
      return nil
    }
    for (key, owner) in Self.settings where owner != plugin {
      guard let setting = item[key] else { continue }
      diagnostics.error(
        .wrongValue, "'\(key)' is a setting of the operator of '\(owner.rawValue)'",
        at: setting.origin.span, hint: "remove it from '\(plugin.rawValue)'")
    }
    return PluginChoice(plugin, runner)
  }

  private static func flag(_ tree: OriginTree?) -> Bool? {
    if case .bool(let flag)? = tree?.content { return flag }
    return nil
  }

  /// The settings that one plugin's operator alone has.
  private static let settings: [(key: String, owner: FlytePlugin)] = [
    ("webhook", .spark), ("initContainer", .ray), ("securePodDefaults", .apps),
  ]

  private static func example(of plugin: FlytePlugin) -> String {
    let any = OperatorVersion("1.7.0").flatMap { Operator(of: plugin, version: $0) }
    return any?.measured.last?.description ?? "1.7.0"
  }
}
