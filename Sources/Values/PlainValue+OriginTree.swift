extension PlainValue {
  /// The values of a tree, without where they come from.
  public init(_ tree: OriginTree) {
    switch tree.content {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map { PlainValue($0) })
    case .mapping(let entries):
      self = .mapping(entries.map { Entry($0.key, PlainValue($0.value)) })
    }
  }
}
