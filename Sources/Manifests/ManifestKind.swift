import Diagnostics
import YAMLTree

/// Takes documents apart: a PodTemplate, or a List of them.
struct ManifestKind {
  /// The PodTemplates of a document; whatever else it holds is reported.
  static func templates(
    in document: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> [YAMLNode] {
    if case .scalar(let scalar) = document.content, case .null = scalar.value { return [] }
    guard case .mapping = document.content else {
      diagnostics.error(.notATemplate, "a manifest is a mapping", at: document.span, hint: advice)
      return []
    }
    guard let kind = document["kind"], let name = kind.text else {
      let isConfig = document["apiVersion"]?.text?.hasPrefix("flyte-harden/") == true
      diagnostics.error(
        .notATemplate,
        isConfig ? "this is a config, and no manifest" : "this manifest does not say its 'kind'",
        at: document["apiVersion"]?.span ?? document.span,
        hint: isConfig ? "name it with '--config', without '--flyte' and '--pod-template'" : advice)
      return []
    }
    switch name {
    case "PodTemplate": return isCore(document, kind, into: &diagnostics) ? [document] : []
    case "List", "PodTemplateList":
      guard isCore(document, kind, into: &diagnostics) else { return [] }
      return (document["items"]?.items ?? []).flatMap { item in
        only(item, isTyped: name == "PodTemplateList", into: &diagnostics)
      }
    default:
      diagnostics.error(
        .notATemplate, "this is a \(quoted: name), and no PodTemplate", at: kind.span, hint: advice)
      return []
    }
  }

  private static let advice =
    "name files that hold PodTemplates alone, as 'kubectl get podtemplates -A -o yaml' writes them"

  /// An item of a list.
  private static func only(
    _ item: YAMLNode, isTyped: Bool, into diagnostics: inout DiagnosticList
  ) -> [YAMLNode] {
    let kind = item["kind"]
    if let name = kind?.text ?? (isTyped ? "PodTemplate" : nil), name == "PodTemplate" {
      return [item]
    }
    diagnostics.error(
      .notATemplate,
      "this list holds \(kind?.text.map { "a \(quoted: $0)" } ?? "something without a 'kind'") among PodTemplates",
      at: kind?.span ?? item.span, hint: advice)
    return []
  }

  private static func isCore(
    _ document: YAMLNode, _ kind: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard let version = document["apiVersion"], version.text != "v1" else { return true }
    diagnostics.error(
      .notATemplate, "a \(kind.text ?? "") is of 'apiVersion: v1'", at: version.span,
      hint: "write 'v1'")
    return false
  }
}

extension YAMLNode {
  var entries: [Entry] {
    if case .mapping(let entries) = content { return entries }
    return []
  }

  var items: [YAMLNode] {
    if case .sequence(let items) = content { return items }
    return []
  }

  var text: String? {
    if case .scalar(let scalar) = content, case .string(let text) = scalar.value { return text }
    return nil
  }

  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }
}
