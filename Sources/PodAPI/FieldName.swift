/// The name of a field of the Pod API, as a small number: fields are compared and looked up a
/// hundred times a pod, and comparing numbers is what keeps that cheap.
///
/// Numbers follow the byte order of the names, so sorting by one sorts by the other.
@frozen
public struct FieldName: Hashable, Sendable, Comparable {
  /// Position among all field names of the table, in byte order.
  public let rank: UInt16

  @usableFromInline
  init(rank: UInt16) { self.rank = rank }

  /// The field of that name, if any type of any version has one.
  public init?(_ text: String) {
    guard let found = FieldNames.all.rank(of: text) else { return nil }
    rank = found
  }

  /// A field that the table is known to have; a misspelling here is a bug and stops the program.
  public init(known text: String) {
    guard let found = FieldNames.all.rank(of: text) else {
      preconditionFailure("no Pod API type has a field called \(text)")
    }
    rank = found
  }

  /// The name as it is written in manifests.
  public var text: String { FieldNames.all.texts[Int(rank)] }

  /// One of 64 bits; names that are not used together have the same.
  @inlinable var bit: UInt64 { 1 << UInt64(rank & 63) }

  /// By rank, which is byte order.
  @inlinable
  public static func < (left: FieldName, right: FieldName) -> Bool { left.rank < right.rank }
}

/// All field names of the table, sorted.
struct FieldNames: Sendable {
  let texts: [String]
  private let ranks: TextMap<UInt16>

  static let all = FieldNames(table: podFieldTable)

  init(table: String) {
    var names: TextSet = []
    for line in FieldTableLine.lines(of: table) where !line.isType {
      names.insert(String(line.words[0]))
    }
    texts = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    ranks = TextMap(
      uniqueKeysWithValues: texts.enumerated().map { ($1, UInt16($0)) })
  }

  func rank(of text: String) -> UInt16? { ranks[text] }
}
