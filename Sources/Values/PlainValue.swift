/// A value as YAML or JSON has it, before it is a value of the Pod API.
public indirect enum PlainValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case list([PlainValue])
  case mapping([Entry])

  /// One entry of a mapping.
  public struct Entry: Sendable, Hashable {
    /// The key.
    @Bytewise public private(set) var key: String
    /// The value.
    public let value: PlainValue

    /// Makes an entry.
    public init(_ key: String, _ value: PlainValue) {
      self.key = key
      self.value = value
    }
  }

  /// Returns whether the values are the same, texts byte for byte.
  public static func == (left: PlainValue, right: PlainValue) -> Bool {
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

  /// Feeds the value to a hasher, texts byte for byte.
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

  /// The value under a key, when this is a mapping that has it.
  public subscript(key: String) -> PlainValue? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The items, when this is a list; else none.
  public var items: [PlainValue] {
    if case .list(let items) = self { return items }
    return []
  }

  /// The entries, when this is a mapping; else none.
  public var entries: [Entry] {
    if case .mapping(let entries) = self { return entries }
    return []
  }

  /// The text, when this is one.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The flag, when this is one.
  public var bool: Bool? {
    if case .bool(let flag) = self { return flag }
    return nil
  }
}
