import Changes
import Deployments
import Diagnostics
import Flyte
import Pipeline
import Values

/// The upgrade of a cluster as text.
struct UpgradeText {
  let upgrade: ClusterUpgrade
  let colors: Bool

  var text: TerminalText {
    var text = title.painted(colors ? "1" : nil) + "\n"
    text += section(
      "must change first", upgrade.obstacles.map { "\($0)" })
    text += section("changed upstream", upgrade.upstream.map(line))
    text += section("patches", upgrade.patches.map(line))
    text += section("policies", upgrade.policies.map { "\($0)" })
    text += section("settings", upgrade.keys.map(line))
    text += section("pods", pods)
    text += section("generated files", files)
    text += section("pods that are refused or admitted", verdicts)
    return text + section("steps", upgrade.steps.map { "\($0)" })
  }

  private var title: TerminalText {
    var text: TerminalText =
      "\(upgrade.name): Flyte \(upgrade.from.name) → \(upgrade.to.name)"
    let (before, after) = upgrade.kubernetes
    text += before == after ? ", Kubernetes 1.\(before)" : ", Kubernetes 1.\(before) → 1.\(after)"
    return text
  }

  private func section(_ name: TerminalText, _ lines: [TerminalText]) -> TerminalText {
    guard !lines.isEmpty else { return "" }
    return "  " + name + "\n" + lines.map { "    " + $0 + "\n" }.joined()
  }

  /// A release without what comes before it.
  static func name(_ release: Release) -> String {
    guard release.isPrerelease else { return release.name }
    return Release.all.first { $0 >= release && !$0.isPrerelease }?.name ?? release.name
  }

  private func line(_ change: UpstreamChange) -> TerminalText {
    let since: TerminalText = "\(Self.name(change.since))"
    let kind: TerminalText = "\(change.kind.rawValue)"
    var text = since.padded(to: 9) + kind.padded(to: 9) + "\(change.text)"
    if let number = change.number { text += " (\(number))" }
    if let until = change.until, upgrade.to >= until {
      text += "; no longer true as of \(Self.name(until))"
    }
    return text
  }

  private func line(_ patch: ClusterUpgrade.Patch) -> TerminalText {
    let before = patch.isDeployed ? "deployed" : patch.before.rawValue
    var text: TerminalText =
      "\(patch.name): \(before) → \(patch.after?.rawValue ?? "not known there")"
    if !patch.reason.isEmpty { text += " (\(patch.reason))" }
    return text
  }

  private func line(_ key: ClusterUpgrade.Key) -> TerminalText {
    if key.appears { return "\(key.name) is added: \(upgrade.to.name) reads it" }
    return key.isSet
      ? "\(key.name) is removed: \(upgrade.to.name) does not read it; remove it from the config"
      : "\(key.name) is removed: \(upgrade.to.name) does not read it"
  }

  private func word(_ meaning: Meaning) -> TerminalText {
    let word: TerminalText = "\(meaning.rawValue)"
    return word.padded(to: 14).painted(colors ? ChangeText.color(meaning) : nil)
  }

  private var pods: [TerminalText] {
    upgrade.report.pods.filter { $0.meaning != .neutral }.map { pod in
      let place = pod.container.map { "container \($0)" } ?? "pod"
      let tasks = pod.tasks.count > 3 ? "\(pod.tasks.count) shapes of tasks" : pod.tasks.listed
      let values = ChangeText.values(pod.before, pod.after)
      let count = pod.namespaceCount.counted("namespace")
      return "\(word(pod.meaning))\(place): \(pod.field) \(values) (\(tasks); \(count))"
    }
  }

  private var files: [TerminalText] {
    let kinds: [Change.Kind] = [.field, .setting, .claim, .template]
    return upgrade.report.lines.filter { kinds.contains($0.first.kind) }.map { line in
      let values = ChangeText.values(line.first.before, line.first.after)
      let reach = ChangeText.reach(line.reach, templates: line.templates)
      return "\(word(line.first.meaning))\(line.subject.description) \(values): \(reach)"
    }
  }

  private var verdicts: [TerminalText] {
    upgrade.verdicts.flatMap { step -> [TerminalText] in
      let name: TerminalText = "\(Self.name(step.release))"
      return step.refused.map { name.padded(to: 9) + "refused from here on: \($0)" }
        + step.admitted.map { name.padded(to: 9) + "admitted from here on: \($0)" }
    }
  }

  /// The facts that no upgrade covers.
  static func limits(newest: [Release]) -> TerminalText {
    "not known: releases after \(newest.map(\.name).listed); pods of operators such as Spark and Ray, except what is listed above\n"
  }
}
