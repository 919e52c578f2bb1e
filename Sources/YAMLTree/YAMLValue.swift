/// A tree to be written as YAML: plain values, mappings in the order they are written.
public enum YAMLValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case double(Double)
  case string(String)
  case list([YAMLValue])
  case mapping([Entry])

  /// One entry of a mapping.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public var value: YAMLValue

    /// Makes an entry.
    public init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }
}
