public import Diagnostics
public import Values
import YAMLTree

/// The values files of an installation, laid one over the other in Helm's order.
public struct HelmValues: Sendable {
  /// Each file's own values.
  let files: [OriginTree]
  /// All of them: of two the later wins, mappings are merged, lists are replaced, and `null` takes away
  /// what the chart says.
  let merged: OriginTree

  /// Lays files one over the other.
  public init(_ files: [OriginTree]) {
    self.files = files
    merged = files.reduce(.empty) { $0.overlaid(by: $1) }
  }

  /// The values of a file; nil after a fault. A file without values is one, as for Helm.
  public static func tree(
    of file: SourceFile, into diagnostics: inout DiagnosticList
  ) -> OriginTree? {
    guard let documents = YAMLReader.readDocuments(file, into: &diagnostics) else { return nil }
    guard let first = documents.first else { return .empty }
    guard documents.count == 1 else {
      return YAMLReader.only(documents, of: file, into: &diagnostics).map(tree)
    }
    let values = tree(of: first)
    switch values.content {
    case .mapping: return values
    case .null: return .empty
    default:
      diagnostics.error(
        .notValues, "a values file must be a mapping", at: first.span,
        hint: "pass a file with the values of the chart, as 'helm install --values' takes it")
      return nil
    }
  }

  private static func tree(of node: YAMLNode) -> OriginTree {
    let origin = Origin(span: node.span)
    switch node.content {
    case .scalar(let scalar):
      switch scalar.value {
      case .null: return OriginTree(.null, origin: origin)
      case .bool(let flag): return OriginTree(.bool(flag), origin: origin)
      case .integer(let number): return OriginTree(.integer(number), origin: origin)
      case .double(let number): return OriginTree(.double(number), origin: origin)
      case .string(let text): return OriginTree(.string(text), origin: origin)
      }
    case .sequence(let items): return OriginTree(.list(items.map(tree)), origin: origin)
    case .mapping(let entries):
      return OriginTree(
        .mapping(
          entries.map { entry in
            OriginTree.Entry(
              key: entry.key, keyOrigin: Origin(span: entry.keySpan), value: tree(of: entry.value))
          }), origin: origin)
    }
  }
}
