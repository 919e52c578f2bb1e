import PodAPI

/// Names that were seen, told apart byte for byte. A pod has a handful, for which a list is several
/// times as fast as a set.
struct NameSet {
  private var few: [String] = []
  private var many: Set<ByteText> = []

  init() {}

  init(_ names: [String]) { for name in names { _ = insert(name) } }

  /// Adds a name; false when it was there.
  mutating func insert(_ name: String) -> Bool {
    if !many.isEmpty { return many.insert(ByteText(name)).inserted }
    if contains(name) { return false }
    if few.isEmpty { few.reserveCapacity(6) }
    few.append(name)
    if few.count > 16 { many = Set(few.map { ByteText($0) }) }
    return true
  }

  func contains(_ name: String) -> Bool {
    many.isEmpty ? few.contains { $0 == name } : many.contains(ByteText(name))
  }
}
