import Origins
import Setup

/// The path of a refusal (`template.spec.containers[0].securityContext`), read on a template's spec.
struct TemplatePath {
  /// A place, in the config's own words.
  struct Place {
    /// `primary.securityContext`, `pod.volumes[1].name`.
    let words: String
    /// The last of them: the field itself.
    let field: String
    /// Where the config says it, or the nearest thing around it that it says.
    let origin: Origin?
  }

  private let text: String

  init(_ text: String) { self.text = text }

  /// - Parameter spec: the template's, or one that is made of it.
  func place(in template: TemplateSetup, spec: OriginTree) -> Place {
    let prefix = "template.spec."
    guard text.hasPrefix(prefix) else { return metadataPlace(in: template) }
    var words: [String] = ["pod"]
    var node: OriginTree? = spec
    var origin: Origin?
    for step in text.dropFirst(prefix.count).split(separator: ".") {
      let parts = step.split(whereSeparator: { "[]".contains($0) })
      node = parts.first.flatMap { node?[String($0)] }
      note(node, &origin)
      if parts.count == 2, let index = Int(parts[1]), let items = node?.items {
        node = items.indices.contains(index) ? items[index] : nil
        note(node, &origin)
      }
      let section = node?["name"]?.string.flatMap { Self.sections[$0] }
      if words == ["pod"], let section { words = [section] } else { words.append(String(step)) }
    }
    return Place(words: words.joined(separator: "."), field: words.last ?? text, origin: origin)
  }

  /// A place in labels or annotations: `template.metadata.annotations[KEY]`.
  private func metadataPlace(in template: TemplateSetup) -> Place {
    let prefix = "template.metadata."
    guard text.hasPrefix(prefix) else { return Place(words: text, field: text, origin: nil) }
    let rest = text.dropFirst(prefix.count)
    let tree = rest.hasPrefix("labels") ? template.podLabels : template.podAnnotations
    let key = rest.split(separator: "[", maxSplits: 1).dropFirst().first?.dropLast()
    let said = key.flatMap { tree[String($0)] } ?? tree.entries.first?.value
    return Place(words: "podMetadata.\(rest)", field: String(rest), origin: said?.origin)
  }

  private func note(_ node: OriginTree?, _ origin: inout Origin?) {
    if let found = node?.origin, found.span != nil { origin = found }
  }

  /// The config's section for each container of a template.
  private static let sections = [
    "default": "containers", "primary": "primary", "default-init": "initContainers",
  ]
}
