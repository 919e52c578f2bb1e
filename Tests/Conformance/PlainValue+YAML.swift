import PodAPI
import Values
import YAMLTree

extension PlainValue {
  /// The values of a node that was read.
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): self.init(scalar.value)
    case .sequence(let items): self = .list(items.map(PlainValue.init))
    case .mapping(let entries):
      self = .mapping(entries.map { Entry($0.key, PlainValue($0.value)) })
    }
  }
}
