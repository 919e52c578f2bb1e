public import JSONText
import PodAPI
public import Values

/// A value of a manifest as the API server reads it: numbers keep their spelling, and keys that
/// stand twice are still there.
public indirect enum ManifestValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number as JSON would spell it.
  case number(String)
  case string(String)
  case list([ManifestValue])
  case mapping([Entry])

  /// One entry of a mapping.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: ManifestValue

    /// Makes an entry.
    public init(_ key: String, _ value: ManifestValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value under a key; of a key that stands twice the later one.
  public subscript(key: String) -> ManifestValue? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.last { $0.key == key }?.value
  }

  /// The text, when this is one.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The entries, when this is a mapping; else none.
  public var entries: [Entry] {
    if case .mapping(let entries) = self { return entries }
    return []
  }

  /// The items, when this is a list; else none.
  public var items: [ManifestValue] {
    if case .list(let items) = self { return items }
    return []
  }

  /// A value that was read by other means; its numbers are spelled again.
  public init(_ value: PlainValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .number("\(number)")
    case .double(let number): self = .number(GoNumber.json(number) ?? "0")
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map { ManifestValue($0) })
    case .mapping(let entries):
      self = .mapping(entries.map { Entry($0.key, ManifestValue($0.value)) })
    }
  }
}

extension ManifestValue: JSONValue {
  /// Makes a mapping; a key that occurs twice stays twice.
  public static func json(_ entries: [(key: String, value: ManifestValue)]) -> ManifestValue {
    .mapping(entries.map { Entry($0.key, $0.value) })
  }

  /// Makes a number that keeps its spelling.
  public static func json(number spelling: String) -> ManifestValue? { .number(spelling) }
}
