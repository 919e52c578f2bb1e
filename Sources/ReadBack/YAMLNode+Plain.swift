import Values
import YAMLTree

extension PlainValue {
  /// The values of a node.
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      self =
        switch scalar.value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        }
    case .sequence(let items): self = .list(items.map { PlainValue($0) })
    case .mapping(let entries):
      self = .mapping(entries.map { Entry($0.key, PlainValue($0.value)) })
    }
  }
}

extension OriginTree {
  /// Values of which nobody says where they come from.
  init(_ value: PlainValue) {
    let content: Content =
      switch value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .integer(let number): .integer(number)
      case .double(let number): .double(number)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map { OriginTree($0) })
      case .mapping(let entries):
        .mapping(
          entries.map { Entry(key: $0.key, keyOrigin: .tool, value: OriginTree($0.value)) })
      }
    self.init(content, origin: .tool)
  }
}
