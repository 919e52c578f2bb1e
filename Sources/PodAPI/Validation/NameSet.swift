/// Names that were seen. A pod has a handful, for which a list is several times as fast as a set.
struct NameSet {
  private var few: [String] = []
  private var many: Set<String> = []

  /// Adds a name; false when it was there.
  mutating func insert(_ name: String) -> Bool {
    if !many.isEmpty { return many.insert(name).inserted }
    if few.contains(name) { return false }
    few.append(name)
    if few.count > 16 { many = Set(few) }
    return true
  }

  func contains(_ name: String) -> Bool {
    many.isEmpty ? few.contains(name) : many.contains(name)
  }
}
