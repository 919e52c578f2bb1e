public import Flyte

/// A plugin that teams use, with the operator behind it as far as somebody names it.
public struct PluginChoice: Sendable, Hashable {
  /// The plugin.
  public let plugin: FlytePlugin
  /// Its operator; nil: nobody names a version, or none is modeled.
  public let runner: Operator?
  /// True if tasks give its roles pods of their own: `driver_pod`, Ray's `k8sPod`.
  public let ownPods: Bool

  /// Makes a choice.
  public init(_ plugin: FlytePlugin, _ runner: Operator? = nil, ownPods: Bool = false) {
    self.plugin = plugin
    self.runner = runner
    self.ownPods = ownPods
  }

  /// The tasks that it is judged for.
  public var tasks: [StandardPluginTask] { StandardPluginTask.of(plugin, ownPods: ownPods) }

  /// True if its pods are worked out: its operator is of a version that the model covers.
  public var isModeled: Bool { runner.map { $0.proof != .outside } ?? false }
}

extension PluginChoice {
  /// The operators that are modeled, by plugin; without those of plugins that the release lacks.
  public static func operators(
    of choices: [PluginChoice], at release: Release
  ) -> [FlytePlugin: Operator] {
    Dictionary(
      choices.filter { $0.isModeled && release.has($0.plugin) }.compactMap { choice in
        choice.runner.map { (choice.plugin, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension [PluginChoice] {
  /// Returns whether a patch can change pods of a cluster with these plugins.
  /// - Parameter plugin: the plugin whose pods alone it changes; nil: it changes others.
  public func areConcerned(by plugin: FlytePlugin?) -> Bool {
    plugin == nil || contains { $0.plugin == plugin && $0.isModeled }
  }
}
