public import Origins
public import YAMLTree

extension YAMLValue {
  /// The values of a tree, without where they come from. Mappings are put in order: what names an
  /// entry first, then byte order, so that the order of the config never shows.
  public init(_ tree: OriginTree) {
    switch tree.content {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map(YAMLValue.init))
    case .mapping(let entries):
      self = .mapping(
        entries.sorted { Self.comesBefore($0.key, $1.key) }
          .map { Entry($0.key, YAMLValue($0.value)) })
    }
  }

  private static func comesBefore(_ left: String, _ right: String) -> Bool {
    switch (left == "name", right == "name") {
    case (true, false): true
    case (false, true): false
    default: left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}
