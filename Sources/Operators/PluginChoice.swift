public import Flyte

/// A plugin that teams use, with the operator behind it as far as somebody names it.
public struct PluginChoice: Sendable, Hashable {
  /// The plugin.
  public let plugin: FlytePlugin
  /// Its operator; nil: nobody names a version, or none is modeled.
  public let runner: Operator?

  /// Makes a choice.
  public init(_ plugin: FlytePlugin, _ runner: Operator? = nil) {
    self.plugin = plugin
    self.runner = runner
  }

  /// True if its pods are worked out: its operator is of a version that the model covers.
  public var isModeled: Bool { runner.map { $0.proof != .outside } ?? false }
}

extension PluginChoice {
  /// The operators that are modeled, by plugin.
  public static func operators(of choices: [PluginChoice]) -> [FlytePlugin: Operator] {
    Dictionary(
      choices.filter(\.isModeled).compactMap { choice in
        choice.runner.map { (choice.plugin, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
