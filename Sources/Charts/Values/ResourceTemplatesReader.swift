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
  /// v1.9.2.
  func core(_ prefix: [String]) -> ResourceTemplates {
    let own = values[path: prefix + ["cluster_resource_manager"]] ?? .empty
    var found = ResourceTemplates()
    if own["enabled"]?.content == .bool(false) { return found }
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

  /// Of flyte-binary, which comes without templates.
  var binary: ResourceTemplates {
    var found = ResourceTemplates()
    let own = values["clusterResourceTemplates"]
    found.external = own?["externalConfigMap"].flatMap { tree in
      tree.string.flatMap { $0.isEmpty ? nil : Located($0, origin: tree.origin) }
    }
    guard found.external == nil else { return found }
    found.templates = (own?["inline"]?.entries ?? []).compactMap { entry in
      entry.value.string.map {
        .init(name: entry.key, text: $0, origin: entry.value.origin)
      }
    }
    read(values[path: ["configuration", "inline", "cluster_resources"]], into: &found)
    return found
  }

  private func read(_ resources: OriginTree?, into found: inout ResourceTemplates) {
    found.data = Self.variables(resources?["templateData"])
    found.domains = TextMap(
      Self.entries(resources?["customData"]).map { ($0, Self.variables($1)) },
      uniquingKeysWith: { $0.merging($1) { $1 } })
  }

  private static func variables(_ tree: OriginTree?) -> TextMap<ResourceTemplates.Variable> {
    TextMap(
      entries(tree).map { name, source in
        let said = source["value"].flatMap { $0.string ?? $0.number }
        return (name, said.flatMap { $0.isEmpty ? nil : .text($0) } ?? .elsewhere)
      }, uniquingKeysWith: { $1 })
  }

  /// The entries of a mapping, or of a list of mappings. Flyte's reader makes the keys of a mapping lowercase,
  /// but not those in a list (`sliceToMapHook` of flytestdlib).
  private static func entries(_ tree: OriginTree?) -> [(String, OriginTree)] {
    guard let tree else { return [] }
    if case .list(let items) = tree.content {
      return items.flatMap { $0.entries.map { ($0.key, $0.value) } }
    }
    return tree.entries.map { ($0.key.lowercased(), $0.value) }
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
  /// A number as Helm prints it.
  fileprivate var number: String? {
    if case .integer(let number) = content { "\(number)" } else { nil }
  }
}
