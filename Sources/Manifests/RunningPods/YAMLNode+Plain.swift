import Values
import YAMLTree

extension YAMLNode {
  /// Its values, without their places.
  var plain: PlainValue {
    switch content {
    case .sequence(let items): .list(items.map(\.plain))
    case .mapping(let entries): .mapping(entries.map { .init($0.key, $0.value.plain) })
    case .scalar(let scalar):
      switch scalar.value {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .integer(let number): .integer(number)
      case .double(let number): .double(number)
      case .string(let text): .string(text)
      }
    }
  }
}
