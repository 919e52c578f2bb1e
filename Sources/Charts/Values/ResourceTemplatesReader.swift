public import Flyte
import Values

extension ChartTemplate {
  /// Flyte's own templates of resources, of the user's values and of the chart; nil: this Flyte makes none of
  /// templates.
  /// - Parameter values: nil: the chart's own.
  public func resources(_ values: HelmValues?, release: Release) -> ResourceTemplates? {
    guard release.line == .v1 else { return nil }
    let values = values?.merged ?? .empty
    switch chart {
    case "flyte-core": return ResourceTemplatesReader(values).core([])
    case "flyte": return ResourceTemplatesReader(values).core(["flyte"])
    default: return ResourceTemplatesReader(values).binary
    }
  }
}

/// Reads Flyte's templates of resources.
private struct ResourceTemplatesReader {
  let values: OriginTree

  init(_ values: OriginTree) { self.values = values }

  /// Of flyte-core; the umbrella chart has it below a key. Both have had the same templates and values since
  /// v1.9.2. The chart ends the name of each template's file in `.yaml`.
  func core(_ prefix: [String]) -> ResourceTemplates {
    let path = prefix + ["cluster_resource_manager"]
    let own = values[path: path] ?? .empty
    var found = ResourceTemplates(key: (path + ["templates"]).joined(separator: "."))
    if let enabled = own["enabled"], [.bool(false), .null].contains(enabled.content) {
      let key = (path + ["enabled"]).joined(separator: ".")
      let value = enabled.content == .null ? "null" : "false"
      found.off = Located("\(key): \(value)", origin: enabled.origin)
      return found
    }
    found.templates =
      own["templates"].map { list in
        list.items.compactMap { item in
          guard let name = item["key"]?.string, let text = item["value"] else { return nil }
          return text.string.map { .init(name: name, text: $0, origin: text.origin) }
        }
      } ?? Self.shipped
    let resources = own[path: ["config", "cluster_resources"]]
    read(resources, into: &found)
    if resources?["customData"] == nil { found.domains = Self.shippedValues }
    return found
  }

  /// Of flyte-binary, which comes with a template of a namespace alone. The keys are the names of files.
  var binary: ResourceTemplates {
    var found = ResourceTemplates(key: "clusterResourceTemplates.inline")
    found.off = binaryOff
    guard found.off == nil else { return found }
    let own = values["clusterResourceTemplates"]
    found.external = Self.name(own?["externalConfigMap"])
    guard found.external == nil else { return found }
    found.additional = Self.name(own?["inlineConfigMap"])
    found.templates = (own?["inline"]?.entries ?? []).compactMap { entry in
      entry.value.string.map {
        .init(
          name: entry.key, text: $0, origin: entry.value.origin,
          isRead: entry.key.hasSuffix(".yaml"))
      }
    }
    if !hasOwnConfiguration { read(inline?[ignoringCase: "cluster_resources"], into: &found) }
    return found
  }

  /// The configuration that flyte-binary lays over its own.
  private var inline: OriginTree? { values[path: ["configuration", "inline"]] }

  /// True if flyte-binary makes no configuration, so that none of the values is in it.
  private var hasOwnConfiguration: Bool {
    ["externalConfigMap", "externalSecretRef"].contains {
      Self.name(values[path: ["configuration", $0]]) != nil
    }
  }

  /// The setting with which flyte-binary makes nothing (`startAdmin` of `cmd/single`, all releases of v1).
  private var binaryOff: Located<String>? {
    guard !hasOwnConfiguration else { return nil }
    let places = [
      ("configuration.inline.flyte", inline?[ignoringCase: "flyte"]),
      ("flyte-core-components", values["flyte-core-components"]),
    ]
    for key in ["disableClusterResourceManager", "disabled"] {
      let said = places.lazy.compactMap { name, tree in
        tree?[ignoringCase: "admin"]?[ignoringCase: key].map {
          (said: Located("\(name).admin.\(key): true", origin: $0.origin), value: $0)
        }
      }.first
      if let said, said.value.content == .bool(true) || said.value.string?.lowercased() == "true" {
        return said.said
      }
    }
    return nil
  }

  private static func name(_ tree: OriginTree?) -> Located<String>? {
    guard let tree, let name = tree.string, !name.isEmpty else { return nil }
    return Located(name, origin: tree.origin)
  }

  /// Of two entries of a list for one domain the later has all that counts (`sliceToMapHook` of
  /// flytestdlib).
  private func read(_ resources: OriginTree?, into found: inout ResourceTemplates) {
    guard let resources else { return }
    found.data = Self.variables(resources[ignoringCase: "templateData"], keepingCase: false)
    let domains = Self.entries(resources[ignoringCase: "customData"], keepingCase: false)
    found.domains = TextMap(
      domains.map { ($0.key, Self.variables($0.value, keepingCase: $0.keepsCase)) },
      uniquingKeysWith: { $1 })
  }

  private static func variables(
    _ tree: OriginTree?, keepingCase: Bool
  ) -> TextMap<ResourceTemplates.Variable> {
    TextMap(
      entries(tree, keepingCase: keepingCase).map { entry in
        let said = entry.value[ignoringCase: "value"].flatMap { $0.string ?? $0.number }
        // The charts print the configuration with `tpl`, so what stands in braces is Helm's.
        let isKnown = said.map { !$0.isEmpty && !$0.contains("{{") } ?? false
        return (entry.key, said.flatMap { isKnown ? .text($0) : nil } ?? .elsewhere)
      }, uniquingKeysWith: { $1 })
  }

  private struct Entry {
    let key: String
    let value: OriginTree
    /// True if Flyte's reader leaves the keys below it as they are.
    let keepsCase: Bool
  }

  /// The entries of a mapping, or of a list of mappings. Flyte's reader makes the keys of mappings lowercase,
  /// but not those in a list, however deep they are (`restoreCaseSensitiveArrayKeys` of flytestdlib; the
  /// reader of releases before v1.16.6 does not look into lists).
  private static func entries(_ tree: OriginTree?, keepingCase: Bool) -> [Entry] {
    guard let tree else { return [] }
    if case .list(let items) = tree.content {
      return items.flatMap { item in
        item.entries.map { Entry(key: $0.key, value: $0.value, keepsCase: true) }
      }
    }
    return tree.entries.map {
      Entry(
        key: keepingCase ? $0.key : $0.key.lowercased(), value: $0.value, keepsCase: keepingCase)
    }
  }

  private static let shipped: [ResourceTemplates.Template] = [
    .init(
      name: "ab_project_resource_quota",
      text: """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: project-quota
          namespace: {{ namespace }}
        spec:
          hard:
            limits.cpu: {{ projectQuotaCpu }}
            limits.memory: {{ projectQuotaMemory }}
        """, origin: .tool)
  ]

  private static let shippedValues: TextMap<TextMap<ResourceTemplates.Variable>> = [
    "production": quota("5", "4000Mi"), "staging": quota("2", "3000Mi"),
    "development": quota("4", "3000Mi"),
  ]

  private static func quota(
    _ cpu: String, _ memory: String
  ) -> TextMap<ResourceTemplates.Variable> {
    ["projectQuotaCpu": .text(cpu), "projectQuotaMemory": .text(memory)]
  }
}

extension OriginTree {
  /// A number as Helm prints it; nil where its text depends on the printer.
  fileprivate var number: String? {
    switch content {
    case .integer(let number): return "\(number)"
    case .double(let number):
      let text = "\(number)"
      guard !text.contains("e"), number.isFinite else { return nil }
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    default: return nil
    }
  }
}
