import CommandLine
import Deployments
import Flyte
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
  let plugins: [FlytePlugin]

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
      invocation["patches"] ?? "all", of: release,
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

  private static func plugins(_ text: String?) throws(UsageError) -> [FlytePlugin] {
    var plugins: [FlytePlugin] = []
    let names = text?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for name in names ?? [] {
      guard let plugin = FlytePlugin(named: name) else {
        throw fault(
          "there is no plugin '\(name)'", name, FlytePlugin.allCases.map(\.rawValue))
      }
      if !plugins.contains(plugin) { plugins.append(plugin) }
    }
    return plugins
  }

  private static func patches(
    _ text: String, of release: Release, hardensManagers: Bool
  ) throws(UsageError) -> [ModeledPatch] {
    if text == "none" { return [] }
    if text == "all" {
      var behaviors = release.behaviors
      return ModeledPatch.allCases.filter { patch in
        // Who names a manager that adds containers needs the patch for them.
        let isForManager = hardensManagers && patch == .secretManagerSecurityContext
        guard behaviors.needs(patch) || isForManager else { return false }
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
