/// A dictionary whose keys are texts, told apart by their bytes. Swift's own, with a `String` as its
/// key, takes an `e` with an accent behind it for an `é`.
public struct TextMap<Value> {
  @usableFromInline var table: [ByteText: Value]

  @usableFromInline init(table: [ByteText: Value]) { self.table = table }

  /// An empty one.
  @inlinable public init() { table = [:] }

  /// One of these entries, whose keys are unique.
  @inlinable public init(uniqueKeysWithValues entries: some Sequence<(String, Value)>) {
    self.init(entries) { first, _ in first }
  }

  /// One of these entries; `combine` makes one value of two with the same key.
  @inlinable
  public init(
    _ entries: some Sequence<(String, Value)>, uniquingKeysWith combine: (Value, Value) -> Value
  ) {
    table = Dictionary(entries.lazy.map { (ByteText($0), $1) }, uniquingKeysWith: combine)
  }

  /// Elements by what a function says of each, in their order.
  public init<Element>(grouping elements: some Sequence<Element>, by key: (Element) -> String)
  where Value == [Element] {
    table = Dictionary(grouping: elements) { ByteText(key($0)) }
  }

  /// The value under a key. Setting nil removes it.
  @inlinable public subscript(key: String) -> Value? {
    get { table[ByteText(key)] }
    _modify { yield &table[ByteText(key)] }
  }

  /// The value under a key, or another where there is none.
  @inlinable
  public subscript(
    key: String, default other: @autoclosure () -> Value
  ) -> Value {
    get { table[ByteText(key), default: other()] }
    _modify { yield &table[ByteText(key), default: other()] }
  }

  /// The keys, in no order.
  public var keys: some Collection<String> { table.keys.lazy.map(\.text) }

  /// The values, in no order.
  public var values: some Collection<Value> { table.values }

  /// The same keys with other values.
  public func mapValues<Other>(_ transform: (Value) throws -> Other) rethrows -> TextMap<Other> {
    TextMap<Other>(table: try table.mapValues(transform))
  }

  /// The same keys with other values; without those whose value is nil.
  public func compactMapValues<Other>(
    _ transform: (Value) throws -> Other?
  ) rethrows -> TextMap<Other> {
    TextMap<Other>(table: try table.compactMapValues(transform))
  }

  /// The entries that fit.
  public func filter(_ fits: (Element) throws -> Bool) rethrows -> TextMap {
    TextMap(table: try table.filter { try fits(($0.key.text, $0.value)) })
  }

  /// Takes the entries of another one in; `combine` makes one value of two with the same key.
  public mutating func merge(_ other: TextMap, uniquingKeysWith combine: (Value, Value) -> Value) {
    table.merge(other.table, uniquingKeysWith: combine)
  }

  /// With the entries of another one; `combine` makes one value of two with the same key.
  public func merging(
    _ other: TextMap, uniquingKeysWith combine: (Value, Value) -> Value
  ) -> TextMap {
    TextMap(table: table.merging(other.table, uniquingKeysWith: combine))
  }

  /// Sets the value under a key, and gives the one that was there.
  @discardableResult
  public mutating func updateValue(_ value: Value, forKey key: String) -> Value? {
    table.updateValue(value, forKey: ByteText(key))
  }

  /// Takes all entries out.
  public mutating func removeAll(keepingCapacity: Bool = false) {
    table.removeAll(keepingCapacity: keepingCapacity)
  }

  /// Takes a key out, and gives its value.
  @discardableResult
  public mutating func removeValue(forKey key: String) -> Value? {
    table.removeValue(forKey: ByteText(key))
  }
}

extension TextMap: Sendable where Value: Sendable {}
extension TextMap: Equatable where Value: Equatable {}
extension TextMap: Hashable where Value: Hashable {}

extension TextMap: Collection {
  /// A key and its value.
  public typealias Element = (key: String, value: Value)
  /// A place among the entries, which are in no order.
  public typealias Index = Dictionary<ByteText, Value>.Index

  /// The first place.
  public var startIndex: Index { table.startIndex }
  /// The place behind the last.
  public var endIndex: Index { table.endIndex }
  /// The place behind another.
  public func index(after index: Index) -> Index { table.index(after: index) }
  /// The entry at a place.
  public subscript(index: Index) -> Element { (table[index].key.text, table[index].value) }
  /// The number of entries.
  public var count: Int { table.count }

  /// Goes through the entries.
  public func makeIterator() -> AnyIterator<Element> {
    var iterator = table.makeIterator()
    return AnyIterator { iterator.next().map { ($0.key.text, $0.value) } }
  }
}

extension TextMap: ExpressibleByDictionaryLiteral {
  /// One of these entries, whose keys are unique.
  @inlinable public init(dictionaryLiteral entries: (String, Value)...) {
    self.init(uniqueKeysWithValues: entries)
  }
}
