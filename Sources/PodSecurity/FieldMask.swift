import PodAPI

/// A set of fields: those that checks are about. Most checks are about fields that few
/// pods say anything of, so that one look at all fields spares a dozen.
struct FieldMask: Sendable {
  private var bits: UInt64 = 0

  /// Of these fields.
  init(_ names: [FieldName]) {
    for name in names { bits |= Self.bits[Int(name.rank)] }
  }

  /// A bit for each field that a check names, by the field's rank.
  private static let bits: [UInt64] = {
    let names = Set(CheckTable.all.flatMap(\.needs)).sorted()
    precondition(names.count <= 64, "more fields than bits")
    var found: [UInt64] = []
    for (bit, name) in names.enumerated() {
      found += Array(repeating: 0, count: Int(name.rank) + 1 - found.count)
      found[Int(name.rank)] = 1 << UInt64(bit)
    }
    return found
  }()

  /// Adds the fields of a struct.
  mutating func add(_ object: PodObject?) {
    guard let fields = object?.fields else { return }
    let known = Self.bits
    for index in fields.indices {
      let rank = Int(fields[index].name.rank)
      if rank < known.count { bits |= known[rank] }
    }
  }

  /// Adds a field.
  mutating func add(_ name: FieldName) { bits |= Self.bits[Int(name.rank)] }

  /// True if a field is in both.
  func meets(_ other: FieldMask) -> Bool { bits & other.bits != 0 }
}
