/// The contents of one node of a tree of values, as YAML and JSON have them. Trees compare by it, texts
/// byte for byte: nowhere else is this written.
public enum ValueShape<Item: Sendable, Entry: Sendable>: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case list([Item])
  case mapping([Entry])
}

extension ValueShape: Equatable where Item: Equatable, Entry: Equatable {
  /// Returns whether the contents are the same, texts byte for byte.
  public static func == (left: ValueShape, right: ValueShape) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.mapping(let left), .mapping(let right)): left == right
    default: false
    }
  }
}

extension ValueShape: Hashable where Item: Hashable, Entry: Hashable {
  /// Feeds the contents to a hasher, texts byte for byte.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .double(let number): hasher.combine(number)
    case .string(let text): text.hashBytes(into: &hasher)
    case .list(let items): hasher.combine(items)
    case .mapping(let entries): hasher.combine(entries)
    }
  }
}
