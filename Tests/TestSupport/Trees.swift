public import Values

/// Trees for tests, written as literals.
public indirect enum TreeLiteral: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral, Sendable
{
  case null
  case bool(Bool)
  case integer(Int64)
  case string(String)
  case list([TreeLiteral])
  case mapping([(String, TreeLiteral)])

  /// Makes a string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Makes a number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Makes a flag.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Makes a list.
  public init(arrayLiteral elements: TreeLiteral...) { self = .list(elements) }
  /// Makes a mapping.
  public init(dictionaryLiteral elements: (String, TreeLiteral)...) { self = .mapping(elements) }
  /// Makes a null.
  public init(nilLiteral: ()) { self = .null }

  /// The tree, of no origin.
  public var tree: OriginTree {
    switch self {
    case .null: OriginTree(.null, origin: .tool)
    case .bool(let flag): OriginTree(.bool(flag), origin: .tool)
    case .integer(let number): OriginTree(.integer(number), origin: .tool)
    case .string(let text): OriginTree(.string(text), origin: .tool)
    case .list(let items): OriginTree(.list(items.map(\.tree)), origin: .tool)
    case .mapping(let entries):
      OriginTree(
        .mapping(
          entries.map { OriginTree.Entry(key: $0.0, keyOrigin: .tool, value: $0.1.tree) }),
        origin: .tool)
    }
  }
}

/// The tree of a literal.
public func tree(_ literal: TreeLiteral) -> OriginTree { literal.tree }
