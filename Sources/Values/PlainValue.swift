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

  /// The value as the shape that trees compare by.
  private var shape: ValueShape<PlainValue, Entry> {
    switch self {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .list(let items): .list(items)
    case .mapping(let entries): .mapping(entries)
    }
  }

  /// Returns whether the values are the same, texts byte for byte.
  public static func == (left: PlainValue, right: PlainValue) -> Bool { left.shape == right.shape }

  /// Feeds the value to a hasher, texts byte for byte.
  public func hash(into hasher: inout Hasher) { shape.hash(into: &hasher) }

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
