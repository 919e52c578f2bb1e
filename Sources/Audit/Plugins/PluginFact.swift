public import Flyte
import Operators

/// A fact about a kind of pod that a plugin makes, where its operator is not named, or is of a version
/// that the model does not cover. Such a pod never counts as passed.
public struct PluginFact: Sendable {
  /// The outcome for the pods in a `restricted` namespace, under a PodTemplate that sets everything
  /// that `restricted` asks.
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

  /// The source of the fact.
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
  /// The outcome for the pods.
  public let verdict: Verdict
  /// The reason, in words.
  public let why: String
  /// The fix, in the imperative; nil if there is nothing to do.
  public let fix: String?
  /// The source of the fact.
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
  /// Returns the facts about plugins whose pods are not worked out.
  static func of(choices: [PluginChoice], at release: Release) -> [PluginFact] {
    choices.flatMap { choice -> [PluginFact] in
      guard release.has(choice.plugin), !StandardPluginTask.of(choice.plugin).isEmpty else {
        return of([choice.plugin], at: release)
      }
      guard !choice.isModeled else { return ownPods(choice).map { [$0] } ?? [] }
      return [notJudged(choice)].compactMap { $0 } + of([choice.plugin], at: release)
    }
  }

  /// The pods that tasks bring, where the config does not say that they do.
  private static func ownPods(_ choice: PluginChoice) -> PluginFact? {
    guard choice.tasks.count < StandardPluginTask.of(choice.plugin).count else { return nil }
    let pods = choice.plugin == .ray ? "'k8sPod'" : "'driver_pod' or 'executor_pod'"
    return PluginFact(
      choice.plugin, "with \(pods) of the task", .depends,
      "a pod of the task's own is judged only where the config says that tasks have one",
      fix: "add 'ownPods: true' to '\(choice.plugin.rawValue)' in a config if they do", .run)
  }

  /// The reason why pods are not judged that could be.
  private static func notJudged(_ choice: PluginChoice) -> PluginFact? {
    guard let runner = choice.runner, let first = runner.measured.first,
      let last = runner.measured.last
    else { return nil }
    return PluginFact(
      choice.plugin, "all", .depends,
      "the model covers \(runner.kind) \(first) to \(last), so the pods of \(runner.version) are not judged",
      fix: "compare with a version in this range", .read)
  }

  /// Returns the facts about plugins at a release, in the order in which the plugins are named.
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
