import Values
import YAMLTree

// The entries of the tree that comes back.

extension SchemaCheck {
  static func entry(_ entry: YAMLNode.Entry, _ value: OriginTree) -> OriginTree.Entry {
    OriginTree.Entry(key: entry.key, keyOrigin: Origin(span: entry.keySpan), value: value)
  }

  static func isNull(_ node: YAMLNode) -> Bool {
    if case .scalar(let scalar) = node.content { return scalar.value == .null }
    return false
  }

  /// The remainder of an entry whose value was reported, or whose key was misspelled.
  static func broken(_ entry: YAMLNode.Entry, key: String) -> OriginTree.Entry {
    OriginTree.Entry(
      key: key, keyOrigin: Origin(span: entry.keySpan), value: .broken(at: origin(entry.value)))
  }
}
