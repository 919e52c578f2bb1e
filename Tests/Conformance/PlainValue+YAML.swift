import PodAPI
import Values
import YAMLTree

extension PlainValue {
  /// The values of a node that was read.
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar):
      switch scalar.value {
      case .null: self = .null
      case .bool(let flag): self = .bool(flag)
      case .integer(let number): self = .integer(number)
      case .double(let number): self = .double(number)
      case .string(let text): self = .string(text)
      }
    case .sequence(let items): self = .list(items.map(PlainValue.init))
    case .mapping(let entries):
      self = .mapping(entries.map { Entry($0.key, PlainValue($0.value)) })
    }
  }
}
