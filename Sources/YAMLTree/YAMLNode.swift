public import Diagnostics
import Values

/// A node of a YAML document that was read, with the place it was read from.
public struct YAMLNode: Sendable {
  /// The contents of a node; aliases are resolved.
  public enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// Entries in the order of the text; keys are unique.
    case mapping([Entry])
  }

  /// One entry of a mapping.
  public struct Entry: Sendable {
    /// The key's text; keys that are not scalars are refused by the reader.
    public let key: String
    /// The place of the key.
    public let keySpan: Span
    /// The value.
    public let value: YAMLNode

    /// Makes an entry.
    public init(key: String, keySpan: Span, value: YAMLNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// The contents.
  public let content: Content
  /// The place of it; for an alias, that of the alias.
  public let span: Span
  /// The place of the anchor, if this node came through an alias.
  public let anchorSpan: Span?

  /// The number of its values, itself counted.
  public var nodeCount: Int {
    switch content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.nodeCount }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.nodeCount }
    }
  }

  /// Makes a node.
  public init(_ content: Content, span: Span, anchorSpan: Span? = nil) {
    self.content = content
    self.span = span
    self.anchorSpan = anchorSpan
  }
}

/// A scalar as it was written, and the type that YAML 1.2's core schema gives it.
public struct YAMLScalar: Sendable {
  /// The value that the core schema of YAML 1.2 makes of a scalar.
  public enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)

    /// Returns whether the values are the same, texts byte for byte.
    public static func == (left: Value, right: Value) -> Bool {
      PlainValue(left) == PlainValue(right)
    }
  }

  /// The text, unquoted.
  public let text: String
  /// True if it was written plain, without quotes and not as a block.
  public let isPlain: Bool
  /// Its value; anything quoted is a string.
  public let value: Value

  /// Makes a scalar.
  public init(text: String, isPlain: Bool, value: Value) {
    self.text = text
    self.isPlain = isPlain
    self.value = value
  }
}
