import Diagnostics
import Flyte
import PodAPI
import Values

/// Reads `plugins.k8s` and `webhook` as Flyte does: it takes keys in any case, and silently passes over
/// those that it does not know.
struct SettingsReader {
  let release: Release
  /// The patches that the running binary was built with.
  let patches: TextSet
  let text: TemplateText

  /// `plugins.k8s` with the keys that this Flyte reads.
  func settings(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> OriginTree {
    read(tree, below: [], into: &diagnostics)
  }

  private func read(
    _ tree: OriginTree, below path: [String], into diagnostics: inout DiagnosticList
  ) -> OriginTree {
    let keys = path.isEmpty ? SettingKey.settings : SettingKey.copilot
    let entries = tree.entries.compactMap { entry -> OriginTree.Entry? in
      let name = entry.key.lowercased()
      let key = path.isEmpty ? SettingKey.setting(name) : SettingKey.copilot(name)
      if let patch = SettingKey.ofPatches.first(where: { $0.path == path + [name] })?.patch {
        guard isDeployed(patch, entry, into: &diagnostics) else { return nil }
      } else if let key {
        guard isRead(key, entry, into: &diagnostics) else { return nil }
      } else {
        unknown(entry, path, keys.map(\.name), into: &diagnostics)
        return nil
      }
      return OriginTree.Entry(
        key: name, keyOrigin: entry.keyOrigin,
        value: value(entry.value, of: name, path, into: &diagnostics))
    }
    return tree.holding(.mapping(entries))
  }

  private func value(
    _ tree: OriginTree, of name: String, _ path: [String], into diagnostics: inout DiagnosticList
  ) -> OriginTree {
    if path.isEmpty, name == "co-pilot" { return read(tree, below: [name], into: &diagnostics) }
    if path.isEmpty, name == "accelerator-device-classes" {
      return deviceClasses(tree, into: &diagnostics)
    }
    if let kind = SettingFields.types[name] {
      return SettingFields(text: text).known(tree, as: kind, in: name, into: &diagnostics)
    }
    return text.printing(tree, into: &diagnostics)
  }

  /// The PodTemplates of device classes; nothing else of the classes counts.
  private func deviceClasses(
    _ tree: OriginTree, into diagnostics: inout DiagnosticList
  ) -> OriginTree {
    let fields = SettingFields(text: text)
    let entries = tree.entries.compactMap { entry -> OriginTree.Entry? in
      let template = entry.value[ignoringCase: "pod-template"]?[ignoringCase: "template"]
      guard let spec = template?[ignoringCase: "spec"] else { return nil }
      let known = fields.known(
        spec, as: SettingFields.kind("PodSpec"), in: entry.key, into: &diagnostics)
      return OriginTree.Entry(
        key: entry.key.uppercased(), keyOrigin: entry.keyOrigin,
        value: .mapping(["pod-template": .mapping(["template": .mapping(["spec": known])])]))
    }
    return tree.holding(.mapping(entries))
  }

  private func isDeployed(
    _ patch: ModeledPatch, _ entry: OriginTree.Entry, into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard !patches.contains(patch.rawValue) else { return true }
    diagnostics.warning(
      .valuesUnread,
      "only a Flyte that is built with the patch '\(patch.rawValue)' reads '\(entry.key)'",
      at: entry.keyOrigin.span,
      hint: "add the patch to 'flyte.deployed.patches' if it runs, or remove the key",
      fix: Fix(takingOut: entry.keyOrigin.span, .likely))
    return false
  }

  private func isRead(
    _ key: SettingKey, _ entry: OriginTree.Entry, into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard key.isRead(by: release) else {
      let readers = Release.all.filter { key.isRead(by: $0) && !$0.isPrerelease }
      let words =
        key.since > release
        ? readers.first.map { "; \($0.name) is the first release that does" }
        : readers.last.map { "; \($0.name) was the last release that did" }
      unread(entry, "\(release.name) does not read '\(key.name)'\(words ?? "")", into: &diagnostics)
      return false
    }
    switch key.effect {
    case .notModeled(let reason):
      diagnostics.append(
        Diagnostic(
          .note, .valuesNotModeled, "'\(key.name)' is not modeled: \(reason)",
          at: entry.keyOrigin.span))
    case .unused:
      unread(entry, "no release uses '\(key.name)'", into: &diagnostics)
    case .modeled, .none: break
    }
    return true
  }

  private func unread(
    _ entry: OriginTree.Entry, _ message: String, into diagnostics: inout DiagnosticList
  ) {
    diagnostics.warning(
      .valuesUnread, message, at: entry.keyOrigin.span, hint: "remove it",
      fix: Fix(takingOut: entry.keyOrigin.span, .likely))
  }

  private func unknown(
    _ entry: OriginTree.Entry, _ path: [String], _ names: [String],
    into diagnostics: inout DiagnosticList
  ) {
    let section = (["plugins", "k8s"] + path).joined(separator: ".")
    let nearest = NearestName.of(entry.key, among: names)
    diagnostics.warning(
      .valuesUnread, "'\(section)' has no key '\(entry.key)', and Flyte silently ignores it",
      at: entry.keyOrigin.span, hint: nearest.map { "did you mean '\($0)'?" } ?? "remove it",
      fix: nearest.map {
        Fix(replacing: entry.key, at: entry.keyOrigin.span, by: $0, .likely)
      } ?? Fix(takingOut: entry.keyOrigin.span, .likely))
  }
}

extension SettingsReader {
  /// `webhook` with the names that the model knows it by.
  func webhook(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> OriginTree {
    text.printing(Self.named(tree), into: &diagnostics)
  }

  private static func named(_ tree: OriginTree) -> OriginTree {
    guard case .mapping(let entries) = tree.content else { return tree }
    return tree.holding(
      .mapping(
        entries.map { entry in
          let name = webhookNames[entry.key.lowercased()] ?? entry.key
          // These are the user's own names.
          let value = name == "annotations" ? entry.value : named(entry.value)
          return OriginTree.Entry(key: name, keyOrigin: entry.keyOrigin, value: value)
        }))
  }

  /// The keys of `webhook` that shape pods, by their names in lower case.
  private static let webhookNames = TextMap(
    uniqueKeysWithValues: [
      "secretManagerType", "secretManagerTypes", "secretEnvVarPrefix", "awsSecretManager",
      "gcpSecretManager", "azureSecretManager", "vaultSecretManager", "sidecarImage", "resources",
      "limits", "requests", "securityContext", "embeddedSecretManagerConfig",
      "fileMountInitContainer", "image", "containerName", "imagePullSecrets", "enabled", "role",
      "kvVersion", "annotations",
    ].map { ($0.lowercased(), $0) })

  /// The secret managers that a `webhook` section names, in the order they are asked.
  func managers(_ webhook: OriginTree) -> [Located<SecretManager>] {
    guard let behaviors = release.webhook else { return [] }
    let several = behaviors.takesSeveralManagers ? webhook["secretManagerTypes"]?.items ?? [] : []
    let named = several.isEmpty ? [webhook["secretManagerType"]].compactMap { $0 } : several
    return named.compactMap { item in
      release.secretManagers.first { $0.typeName == item.string }.map {
        Located($0, origin: item.origin)
      }
    }
  }
}
