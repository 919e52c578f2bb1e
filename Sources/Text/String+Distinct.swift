extension Sequence where Element == String {
  /// The texts, each once, in their order.
  public var distinct: [String] {
    var seen = TextSet()
    return filter { seen.insert($0).inserted }
  }
}
