extension YAMLNode {
  /// The entries, when this is a mapping; else none.
  public var entries: [Entry] {
    if case .mapping(let entries) = content { return entries }
    return []
  }

  /// The items, when this is a list; else none.
  public var items: [YAMLNode] {
    if case .sequence(let items) = content { return items }
    return []
  }

  /// The value under a key, when this is a mapping that has it.
  public subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The string, when this is one.
  public var string: String? {
    if case .scalar(let scalar) = content, case .string(let text) = scalar.value { return text }
    return nil
  }

  /// The text of a scalar of whatever type; nil for what is none.
  public var scalarText: String? {
    if case .scalar(let scalar) = content { return scalar.text }
    return nil
  }
}
