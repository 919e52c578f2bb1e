import Deployments
import Diagnostics
import Values

/// The path of a refusal (`template.spec.containers[0].securityContext`), read on a template's spec.
struct TemplatePath {
  /// A place, in the config's own words.
  struct Place {
    /// `primary.securityContext`, `pod.volumes[1].name`.
    let words: String
    /// The last of them: the field itself.
    let field: String
    /// The place in the config, or of the nearest thing around it.
    let origin: Origin?
    /// The number of layers that set something around it.
    let layers: Int
  }

  private let text: String

  init(_ text: String) { self.text = text }

  /// - Parameter spec: the template's, or one that is made of it.
  func place(in template: PodTemplate, spec: OriginTree) -> Place {
    let prefix = "template.spec."
    guard text.hasPrefix(prefix) else { return metadataPlace(in: template) }
    var words: [String] = ["pod"]
    var node: OriginTree? = spec
    var around: OriginTree?
    var origin: Origin?
    for step in text.dropFirst(prefix.count).split(separator: ".") {
      let parts = step.split(whereSeparator: { "[]".contains($0) })
      // A field of the pod itself stands by nothing that it could be at odds with.
      around = origin == nil ? nil : node ?? around
      node = parts.first.flatMap { node?[String($0)] }
      note(node, &origin)
      if parts.count == 2, let index = Int(parts[1]), let items = node?.items {
        node = items.indices.contains(index) ? items[index] : nil
        note(node, &origin)
      }
      let section = node?["name"]?.string.flatMap { Self.sections[$0] }
      if words == ["pod"], let section {
        words = [section]
      } else if words == ["pod"], ["containers", "initContainers"].contains(parts.first),
        let name = node?["name"]?.string
      {
        // A container of the profile's own goes by its name; others stand before it in the template.
        words.append("\(parts[0])[\(name)]")
      } else {
        words.append(String(step))
      }
    }
    var layers: Set<[Span]> = []
    Self.collect(around ?? node, into: &layers)
    return Place(
      words: words.joined(separator: "."), field: words.last ?? text, origin: origin,
      layers: layers.count)
  }

  /// The layers that values come from, told apart by what brought them in.
  private static func collect(_ tree: OriginTree?, into layers: inout Set<[Span]>) {
    guard let tree else { return }
    switch tree.content {
    case .mapping(let entries): for entry in entries { collect(entry.value, into: &layers) }
    case .list(let items): for item in items { collect(item, into: &layers) }
    default: if tree.origin.span != nil { layers.insert(tree.origin.via) }
    }
  }

  /// A place in labels or annotations: `template.metadata.annotations[KEY]`.
  private func metadataPlace(in template: PodTemplate) -> Place {
    let prefix = "template.metadata."
    guard text.hasPrefix(prefix) else {
      return Place(words: text, field: text, origin: nil, layers: 1)
    }
    let rest = text.dropFirst(prefix.count)
    let tree = rest.hasPrefix("labels") ? template.podLabels : template.podAnnotations
    let key = rest.split(separator: "[", maxSplits: 1).dropFirst().first?.dropLast()
    let said = key.flatMap { tree[String($0)] } ?? tree.entries.first?.value
    return Place(
      words: "podMetadata.\(rest)", field: String(rest), origin: said?.origin, layers: 1)
  }

  private func note(_ node: OriginTree?, _ origin: inout Origin?) {
    if let found = node?.origin, found.span != nil { origin = found }
  }

  /// The config's section for each container of a template.
  private static let sections = [
    "default": "containers", "primary": "primary", "default-init": "initContainers",
  ]
}
