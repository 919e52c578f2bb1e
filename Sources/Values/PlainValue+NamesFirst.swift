extension PlainValue {
  /// The same value to be written; what names an entry comes first.
  public var namesFirst: PlainValue {
    switch self {
    case .list(let items): .list(items.map(\.namesFirst))
    case .mapping(let entries):
      .mapping(
        (entries.filter { $0.key == "name" } + entries.filter { $0.key != "name" })
          .map { Entry($0.key, $0.value.namesFirst) })
    default: self
    }
  }
}
