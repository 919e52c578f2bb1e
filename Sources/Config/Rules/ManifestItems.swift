import Diagnostics
import YAMLTree

/// The objects of a file as kubectl prints them: documents, or a list in one.
struct ManifestItems {
  /// The values of one file; what several have together is bounded by their bytes. Ten thousand namespaces
  /// with a LimitRange and a quota each have some 700,000.
  private static let mostNodes = 3_000_000

  let items: [YAMLNode]

  /// Reads a file; nil after a fault.
  init?(_ file: SourceFile, into diagnostics: inout DiagnosticList) {
    var limits = YAMLLimits()
    limits.nodes = Self.mostNodes
    guard let documents = YAMLReader.readDocuments(file, limits: limits, into: &diagnostics) else {
      return nil
    }
    items = documents.flatMap { document in
      document["kind"]?.string?.hasSuffix("List") == true
        ? document["items"]?.items ?? [] : [document]
    }
  }
}

extension YAMLNode {
  /// The name of an object; empty without one.
  var objectName: String { self["metadata"]?["name"]?.string ?? "" }

  /// The same mapping without some of its keys.
  func without(_ keys: [String]) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    return YAMLNode(
      .mapping(entries.filter { !keys.contains($0.key) }), span: span, anchorSpan: anchorSpan)
  }
}
