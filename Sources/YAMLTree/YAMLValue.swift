/// A tree to be written as YAML: plain values, mappings in the order they are written.
public enum YAMLValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case list([YAMLValue])
  case mapping([Entry])

  /// One entry of a mapping.
  public struct Entry: Sendable, Equatable {
    /// The key.
    @Bytewise public private(set) var key: String
    /// The value.
    public var value: YAMLValue

    /// Makes an entry.
    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// Whether the values are the same, texts byte for byte.
  public static func == (left: YAMLValue, right: YAMLValue) -> Bool {
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
