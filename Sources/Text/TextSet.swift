/// A set of texts, told apart by their bytes.
public struct TextSet: Hashable, Sendable {
  private var texts: Set<ByteText>

  private init(texts: Set<ByteText>) { self.texts = texts }

  /// An empty one.
  public init() { texts = [] }

  /// One of these texts.
  public init(_ texts: some Sequence<String>) { self.texts = Set(texts.lazy.map { ByteText($0) }) }

  /// Returns whether a text is in it.
  public func contains(_ text: String) -> Bool { texts.contains(ByteText(text)) }

  /// Adds a text; whether it was not there.
  @discardableResult
  public mutating func insert(_ text: String) -> (inserted: Bool, memberAfterInsert: String) {
    let (inserted, member) = texts.insert(ByteText(text))
    return (inserted, member.text)
  }

  /// Takes a text out; nil where it was not there.
  @discardableResult
  public mutating func remove(_ text: String) -> String? { texts.remove(ByteText(text))?.text }

  /// Adds texts.
  public mutating func formUnion(_ others: some Sequence<String>) {
    texts.formUnion(others.lazy.map { ByteText($0) })
  }

  /// With other texts.
  public func union(_ others: some Sequence<String>) -> TextSet {
    TextSet(texts: texts.union(others.lazy.map { ByteText($0) }))
  }

  /// Without other texts.
  public func subtracting(_ others: some Sequence<String>) -> TextSet {
    TextSet(texts: texts.subtracting(others.lazy.map { ByteText($0) }))
  }

  /// Takes texts out.
  public mutating func subtract(_ others: some Sequence<String>) {
    texts.subtract(others.lazy.map { ByteText($0) })
  }

  /// The texts that are in both.
  public func intersection(_ others: some Sequence<String>) -> TextSet {
    TextSet(texts: texts.intersection(others.lazy.map { ByteText($0) }))
  }

  /// Returns whether no text is in both.
  public func isDisjoint(with others: some Sequence<String>) -> Bool {
    texts.isDisjoint(with: others.lazy.map { ByteText($0) })
  }

  /// Returns whether the other one has all its texts.
  public func isSubset(of other: TextSet) -> Bool { texts.isSubset(of: other.texts) }

  /// The texts that fit.
  public func filter(_ fits: (String) throws -> Bool) rethrows -> TextSet {
    TextSet(texts: try texts.filter { try fits($0.text) })
  }
}

extension TextSet: Collection {
  /// A place among the texts, which are in no order.
  public typealias Index = Set<ByteText>.Index

  /// The first place.
  public var startIndex: Index { texts.startIndex }
  /// The place behind the last.
  public var endIndex: Index { texts.endIndex }
  /// The place behind another.
  public func index(after index: Index) -> Index { texts.index(after: index) }
  /// The text at a place.
  public subscript(index: Index) -> String { texts[index].text }
  /// The number of texts.
  public var count: Int { texts.count }
}

extension TextSet: ExpressibleByArrayLiteral {
  /// One of these texts.
  public init(arrayLiteral texts: String...) { self.init(texts) }
}
