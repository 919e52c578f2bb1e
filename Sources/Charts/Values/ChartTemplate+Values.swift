import Deployments
public import Diagnostics
public import Flyte
import PodAPI
import Values

extension ChartTemplate {
  /// Reads Flyte's configuration from the user's own values, where this chart has it. Values that
  /// are wrong or not read are reported; none of them is an error, because Helm and Flyte accept
  /// them.
  /// - Parameters:
  ///   - release: the Flyte that runs.
  ///   - patches: what it was built with.
  ///   - defaults: the chart's own values.
  public func read(
    _ values: HelmValues, release: Release, patches: [String], defaults: ChartDefaults?,
    into diagnostics: inout DiagnosticList
  ) -> InstalledValues {
    let layout = ChartLayout.of(chart: chart, release)
    let keys = ValuesKeyCheck(chart: chart, layout: layout, values: values.merged)
    for file in values.files { keys.run(file, into: &diagnostics) }
    let reading = ValuesReading(
      template: self, layout: layout, values: values.merged,
      reader: SettingsReader(
        release: release, patches: TextSet(patches), text: TemplateText(values: values.merged)))
    return reading.run(defaults, into: &diagnostics)
  }
}

/// Reads the values of one installation.
struct ValuesReading {
  let template: ChartTemplate
  let layout: ChartLayout
  let values: OriginTree
  let reader: SettingsReader

  func run(
    _ defaults: ChartDefaults?, into diagnostics: inout DiagnosticList
  ) -> InstalledValues {
    var found = InstalledValues()
    found.lists = layout.lists.compactMap { list in
      guard let tree = values[path: list.path], case .list(let items) = tree.content else {
        return nil
      }
      return InstalledValues.KeptList(path: list.path, items: items.map { PlainValue($0) })
    }
    found.flyteTag = located(slot: "flyteTag")
    found.flyteRepository = located(slot: "flyteRepository")
    found.namespaceScope = layout.scope.flatMap { values[path: $0] }.flatMap {
      $0.string?.hasSameBytes(as: "namespace") == true ? $0.origin : nil
    }
    found.isExternal = isExternal(into: &diagnostics)
    guard !found.isExternal else { return found }
    for path in layout.additions { note(path, into: &diagnostics) }
    found.settings = chartSettings(defaults)
    for (index, file) in layout.files.enumerated() {
      guard let content = content(of: file, into: &diagnostics) else { continue }
      take(content, index, into: &found, &diagnostics)
    }
    found.serviceAccount = serviceAccount
    found.secretManagers = reader.managers(found.webhook.overlaid(by: found.laterWebhook))
    return found
  }

  // MARK: Files of the configuration

  private func content(
    of file: ChartLayout.File, into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    if let flag = file.enabledBy, values[path: flag]?.content != .bool(true) { return nil }
    guard let tree = values[path: file.path] else { return nil }
    switch tree.content {
    case .mapping, .null: return tree
    default:
      diagnostics.warning(
        .notValues,
        "'\(file.path.joined(separator: "."))' must be a mapping, so Flyte cannot read this configuration",
        at: tree.origin.span, hint: "write a mapping")
      return nil
    }
  }

  private func take(
    _ content: OriginTree, _ index: Int, into found: inout InstalledValues,
    _ diagnostics: inout DiagnosticList
  ) {
    if let tree = content[ignoringCase: "plugins"]?[ignoringCase: "k8s"] {
      let settings = mapping(tree, "plugins.k8s", into: &diagnostics).map {
        reader.settings($0, into: &diagnostics)
      }
      let copilot = settings?["co-pilot"]
      let others = settings?.setting("co-pilot", to: nil) ?? .empty
      if index > position(ofSlots: "settings", "inlineSettings", below: ["plugins", "k8s"]) {
        found.laterSettings = found.laterSettings.overlaid(by: others)
      } else {
        found.settings = found.settings.overlaid(by: others)
      }
      if let copilot {
        let tree = OriginTree.mapping(["co-pilot": copilot])
        let slot = position(
          ofSlots: "copilot", "inlineSettings", below: ["plugins", "k8s", "co-pilot"])
        if index > slot {
          found.laterSettings = found.laterSettings.overlaid(by: tree)
        } else {
          found.settings = found.settings.overlaid(by: tree)
          if index == slot, copilot["image"] != nil { found.namesCopilotImageInline = true }
        }
      }
    }
    takeSections(content, into: &found, &diagnostics)
    if let tree = content[ignoringCase: "webhook"],
      let webhook = mapping(tree, "webhook", into: &diagnostics)
    {
      let read = reader.webhook(webhook, into: &diagnostics)
      if index > position(ofSlots: "webhook", below: ["webhook"]) {
        found.laterWebhook = found.laterWebhook.overlaid(by: read)
      } else {
        found.webhook = found.webhook.overlaid(by: read)
      }
    }
  }

  /// Takes what shapes the resources of plugins.
  private func takeSections(
    _ content: OriginTree, into found: inout InstalledValues, _ diagnostics: inout DiagnosticList
  ) {
    let sections = PluginSections(text: reader.text)
    let plugins = content[ignoringCase: "plugins"]
    if let tree = plugins?[ignoringCase: "ray"] {
      found.ray = found.ray.overlaid(by: sections.ray(tree, into: &diagnostics))
    }
    if let tree = plugins?[ignoringCase: "spark"] {
      found.spark = found.spark.overlaid(by: sections.spark(tree, into: &diagnostics))
    }
    if let tree = plugins?[ignoringCase: "k8s-array"] {
      if let name = tree[ignoringCase: "namespaceTemplate"] {
        found.arrayNamespace = name.string.flatMap {
          $0.isEmpty ? nil : Located($0, origin: name.origin)
        }
      }
    }
    if let tree = content[ignoringCase: "internalApps"] {
      found.apps = found.apps.overlaid(by: sections.apps(tree, into: &diagnostics))
    }
  }

  private func mapping(
    _ tree: OriginTree, _ what: String, into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    if case .mapping = tree.content { return tree }
    if tree.content != .null {
      diagnostics.warning(
        .notValues, "'\(what)' must be a mapping, so Flyte cannot read this configuration",
        at: tree.origin.span, hint: "write a mapping")
    }
    return nil
  }

  /// The position of the file to which an overlay writes a slot; behind all files if it writes
  /// none.
  private func position(ofSlots slots: String..., below end: [String]) -> Int {
    let paths = slots.flatMap { template.paths(ofSlot: $0) }
    for path in paths {
      let root = Array(path.prefix(max(0, path.count - end.count)))
      // `inlineSettings` has co-pilot inside.
      let outer = Array(path.prefix(max(0, path.count - end.count + 1)))
      if let index = layout.files.firstIndex(where: { $0.path == root || $0.path == outer }) {
        return index
      }
    }
    return layout.files.count
  }

  // MARK: What is not in the values

  private func isExternal(into diagnostics: inout DiagnosticList) -> Bool {
    let names = layout.externals.filter { !(values[path: $0]?.string ?? "").isEmpty }
    for path in names {
      let key = path.last ?? ""
      diagnostics.warning(
        .valuesExternal,
        "'\(key)' replaces the configuration that the chart makes, so neither these values nor an overlay reach Flyte",
        at: values[path: path]?.origin.span,
        hint:
          "remove it and use 'inline', or put the settings that you need into '\(values[path: path]?.string ?? "")'"
      )
    }
    return !names.isEmpty
  }

  private func note(_ path: [String], into diagnostics: inout DiagnosticList) {
    guard let tree = values[path: path] else { return }
    let named = tree.items.isEmpty ? [tree] : tree.items
    for item in named {
      guard let name = item.string, !name.isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          .note, .valuesUnseen,
          "Flyte also reads '\(name)', whose content is not in the values: what it sets is not judged",
          at: item.origin.span))
    }
  }
}

extension OriginTree {
  /// The value under a key, whatever its case: Flyte's reader makes all keys lowercase.
  subscript(ignoringCase key: String) -> OriginTree? {
    let name = key.lowercased()
    return entries.last { $0.key.lowercased() == name }?.value
  }
}
