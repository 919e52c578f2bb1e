public import Flyte

/// What is known of a kind of pod that a plugin makes. It is not modeled, so it is never a pass.
public struct PluginFact: Sendable {
  /// What becomes of the pods in a `restricted` namespace, under a PodTemplate that sets all that
  /// `restricted` asks.
  public enum Verdict: String, Sendable, CaseIterable {
    /// They are admitted.
    case admitted
    /// It depends on what `why` names.
    case depends
    /// They are refused.
    case refused
    /// There is no pod.
    case noPod = "no-pod"
  }

  /// How it is known.
  public enum Proof: String, Sendable, CaseIterable {
    /// Flyte's plugin and the operator ran.
    case run
    /// By reading the sources.
    case read
  }

  /// The plugin.
  public let plugin: FlytePlugin
  /// The pods.
  public let pods: String
  /// What becomes of them.
  public let verdict: Verdict
  /// Why, in words.
  public let why: String
  /// What to do, in the imperative; nil where nothing is to be done.
  public let fix: String?
  /// How it is known.
  public let proof: Proof

  /// Makes a fact.
  init(
    _ plugin: FlytePlugin, _ pods: String, _ verdict: Verdict, _ why: String, fix: String? = nil,
    _ proof: Proof
  ) {
    self.plugin = plugin
    self.pods = pods
    self.verdict = verdict
    self.why = why
    self.fix = fix
    self.proof = proof
  }
}

extension PluginFact {
  /// What is known of plugins at a release, in the order they are named.
  static func of(_ plugins: [FlytePlugin], at release: Release) -> [PluginFact] {
    plugins.flatMap { plugin in
      let known = PluginFactRow.all.filter { $0.fact.plugin == plugin && $0.holds(at: release) }
        .map { $0.fact(at: release) }
      return known.isEmpty
        ? [
          PluginFact(
            plugin, "all", .noPod, "\(release.name) has no such plugin",
            fix: "remove '\(plugin.rawValue)' from the plugins", .read)
        ] : known
    }
  }
}
