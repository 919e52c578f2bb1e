import Diagnostics
import YAMLTree

/// The objects of a file as kubectl prints them: documents, or a list in one.
struct ManifestItems {
  /// The values of one file; what several have together is bounded by their bytes. Ten thousand namespaces
  /// with a LimitRange and a quota each have some 700,000.
  private static let mostNodes = 3_000_000

  let items: [YAMLNode]
  /// True if the file is a list of nothing, as kubectl prints it for a cluster that has no such objects.
  let isEmptyList: Bool
  /// The place of the first object, or the start of the file.
  let start: Span

  /// Reads a file; nil after a fault.
  init?(_ file: SourceFile, into diagnostics: inout DiagnosticList) {
    guard let documents = Self.documents(file, into: &diagnostics) else { return nil }
    items = documents.flatMap { $0.isList ? $0["items"]?.items ?? [] : [$0] }
    isEmptyList = items.isEmpty && documents.contains { $0.isList }
    start = items.first?.span ?? Span(file: file, line: 1, column: 1)
  }

  /// The documents of a file; nil after a fault.
  static func documents(
    _ file: SourceFile, into diagnostics: inout DiagnosticList
  ) -> [YAMLNode]? {
    var limits = YAMLLimits()
    limits.nodes = mostNodes
    return YAMLReader.readDocuments(file, limits: limits, into: &diagnostics)
  }
}

extension YAMLNode {
  /// True if it is a list of objects.
  var isList: Bool { self["kind"]?.string?.hasSuffix("List") == true }

  /// The name of an object; empty without one.
  var objectName: String { self["metadata"]?["name"]?.string ?? "" }

  /// The same mapping without some of its keys.
  func without(_ keys: [String]) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    return YAMLNode(
      .mapping(entries.filter { !keys.contains($0.key) }), span: span, anchorSpan: anchorSpan)
  }
}
