import CommandLine
import Deployments
import Flyte
import Operators
import PodAPI
import PodSecurity
import Values

/// The options of a setup without a config.
struct SetupOptions {
  let release: Release
  let chart: String?
  let kubernetes: ServerRelease
  let claim: Claim
  let patches: [ModeledPatch]
  let defaultTemplate: String?
  let secretManagers: [SecretManager]
  let plugins: [PluginChoice]

  /// The levels that pods can be held to.
  static let levels = [PodSecurityLevel.restricted, .baseline].map(\.rawValue)

  init(version: String, _ invocation: Invocation) throws(UsageError) {
    release = try VersionOptions.release(
      version, command: "audit", hint: "for a fork, pass the release that it is based on")
    chart = try Self.chart(invocation["chart"], of: release)
    let minor =
      if let version = invocation["kubernetes"] {
        try VersionOptions.kubernetesMinor(version, command: "audit")
      } else {
        KubernetesRange.newest
      }
    kubernetes = ServerRelease(minor: minor, switched: [:])
    claim = Claim(
      level: invocation["level"] ?? PodSecurityLevel.restricted.rawValue, minor: nil, origin: .tool)
    defaultTemplate = invocation["default-template"]
    plugins = try Self.plugins(invocation["plugins"])
    secretManagers = try Self.managers(
      invocation.options["secret-manager"] ?? [], of: release)
    patches = try Self.patches(
      invocation["patches"] ?? "all", of: release, plugins: plugins,
      hardensManagers: secretManagers.contains { $0.setting != nil })
  }

  private static func managers(
    _ names: [String], of release: Release
  ) throws(UsageError) -> [SecretManager] {
    var managers: [SecretManager] = []
    for manager in names.compactMap(SecretManager.init(named:)) {
      guard release.secretManagers.contains(manager) else {
        throw fault(
          "\(release.name) has no secret manager '\(manager.rawValue)'", manager.rawValue,
          release.secretManagers.map(\.rawValue))
      }
      if !managers.contains(manager) { managers.append(manager) }
    }
    if managers.count > 1, release.webhook?.takesSeveralManagers == false {
      throw UsageError(
        "the webhook of \(release.name) uses one secret manager, and asks 'global' first", word: "",
        hint: "keep one '--secret-manager'", command: "audit")
    }
    return managers
  }

  private static func fault(
    _ message: String, _ word: String, _ known: [String]
  ) -> UsageError {
    UsageError(
      message, word: word, known: known,
      hint: known.isEmpty ? nil : "there are: \(known.joined(separator: ", "))", command: "audit")
  }

  /// The chart that is named, or the simplest that the release has.
  private static func chart(_ name: String?, of release: Release) throws(UsageError) -> String? {
    guard let name else { return release.charts.last }
    guard release.charts.contains(name) else {
      throw fault("\(release.name) has no chart '\(name)'", name, release.charts)
    }
    return name
  }

  /// Plugins, each with the version of its operator or without: `ray=1.7.0,array`.
  private static func plugins(_ text: String?) throws(UsageError) -> [PluginChoice] {
    var choices: [PluginChoice] = []
    let words = text?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for word in words ?? [] {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let plugin = FlytePlugin(named: name) else {
        throw fault(
          "there is no plugin '\(name)'", name, FlytePlugin.allCases.map(\.rawValue))
      }
      guard !choices.contains(where: { $0.plugin == plugin }) else {
        throw UsageError(
          "'--plugins' names '\(plugin.rawValue)' twice", word: word, hint: "keep one of them",
          command: "audit")
      }
      let version = parts.dropFirst().first.map(String.init)
      choices.append(
        PluginChoice(
          plugin, try version.flatMap { text throws(UsageError) in try runner(plugin, text) }))
    }
    return choices
  }

  private static func runner(
    _ plugin: FlytePlugin, _ text: String
  ) throws(UsageError) -> Operator? {
    func example(_ words: String) -> String? {
      Operator.newest(of: plugin).map { "\(words): '--plugins \(plugin.rawValue)=\($0)'" }
    }
    switch VersionReading(text, of: plugin) {
    case .version(let version): return Operator(of: plugin, version: version)
    case .noOperator:
      throw UsageError(
        "no operator makes the pods of '\(plugin.rawValue)'", word: text,
        hint: "write '\(plugin.rawValue)' without a version", command: "audit")
    case .unreadable:
      throw UsageError(
        "'\(text)' is not a version of an operator", word: text, hint: example("write its numbers"),
        command: "audit")
    case .unknownLine:
      throw UsageError(
        "no version of '\(text)' was run, and its versions may differ", word: text,
        hint: example("write all three numbers"), command: "audit")
    }
  }

  private static func patches(
    _ text: String, of release: Release, plugins: [PluginChoice], hardensManagers: Bool
  ) throws(UsageError) -> [ModeledPatch] {
    if text == "none" { return [] }
    if text == "all" {
      var behaviors = release.behaviors
      return ModeledPatch.allCases.filter { patch in
        // Who names a manager that adds containers needs the patch for them.
        let isForManager = hardensManagers && patch == .secretManagerSecurityContext
        guard behaviors.needs(patch) || isForManager, plugins.areConcerned(by: patch.plugin) else {
          return false
        }
        behaviors = behaviors.applying(patch)
        return true
      }
    }
    let all = ModeledPatch.allCases.map(\.rawValue)
    var asked: [ModeledPatch] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let patch = ModeledPatch(named: name) else {
        throw fault("there is no patch '\(name)'", name, all)
      }
      asked.append(patch)
    }
    return ModeledPatch.allCases.filter(asked.contains)
  }
}
