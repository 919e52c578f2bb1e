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
      diagnostics.error(
        .notATemplate, "a manifest must be a mapping", at: document.span, hint: advice)
      return []
    }
    guard let kind = document["kind"], let name = kind.string else {
      let isConfig = document["apiVersion"]?.string?.hasPrefix("flyte-harden/") == true
      diagnostics.error(
        .notATemplate,
        isConfig ? "this is a config, not a manifest" : "this manifest has no 'kind'",
        at: document["apiVersion"]?.span ?? document.span,
        hint: isConfig ? "pass it with '--config', without '--flyte' and '--pod-template'" : advice)
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
        .notATemplate, "this is a \(quoted: name), not a PodTemplate", at: kind.span, hint: advice)
      return []
    }
  }

  private static let advice =
    "pass files that have only PodTemplates, as 'kubectl get podtemplates -A -o yaml' writes them"

  /// An item of a list.
  private static func only(
    _ item: YAMLNode, isTyped: Bool, into diagnostics: inout DiagnosticList
  ) -> [YAMLNode] {
    let kind = item["kind"]
    if let name = kind?.string ?? (isTyped ? "PodTemplate" : nil), name == "PodTemplate" {
      return [item]
    }
    diagnostics.error(
      .notATemplate,
      "this list has \(kind?.string.map { "a \(quoted: $0)" } ?? "something without a 'kind'") among PodTemplates",
      at: kind?.span ?? item.span, hint: advice)
    return []
  }

  private static func isCore(
    _ document: YAMLNode, _ kind: YAMLNode, into diagnostics: inout DiagnosticList
  ) -> Bool {
    guard let version = document["apiVersion"], version.string != "v1" else { return true }
    diagnostics.error(
      .notATemplate, "a \(kind.string ?? "") must have 'apiVersion: v1'", at: version.span,
      hint: "write 'v1'")
    return false
  }
}
