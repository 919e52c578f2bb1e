public import Values

extension ConstraintSetup {
  private static let shipped = PlainValue.string("shipped")

  /// The SCCs and ids as values, named as in the config.
  /// - Parameter known: the SCCs that the reader knows; nil: those that OpenShift ships. Others are written
  ///   out.
  func values(besides known: ConstraintList?) -> PlainValue {
    func block(_ ids: ClosedRange<Int64>) -> String { "\(ids.lowerBound)-\(ids.upperBound)" }
    func texts(_ names: [String]) -> PlainValue { .list(names.map { .string($0) }) }
    var entries: [PlainValue.Entry] = [
      .init("usable", texts(usable)),
      .init("uidRange", .string(block(ranges.users))),
      .init("supplementalGroups", .string(ranges.groups.map(block).joined(separator: ","))),
      .init("mcs", .string(ranges.level)),
    ]
    if !byAccount.isEmpty {
      entries.append(
        .init(
          "byAccount",
          .mapping(
            byAccount.sorted { $0.key < $1.key }.map { .init($0.key, texts($0.value.sorted())) })))
    }
    if own != known {
      entries.append(.init("constraints", own.map { $0.values } ?? Self.shipped))
    }
    return .mapping(entries)
  }

  /// Reads them back; nil: ids are missing.
  init?(_ values: PlainValue, known: ConstraintList?) {
    guard let users = values["uidRange"]?.string.flatMap(NamespaceRanges.block),
      let level = values["mcs"]?.string
    else { return nil }
    func texts(_ value: PlainValue?) -> [String] { (value?.items ?? []).compactMap(\.string) }
    let list = values["constraints"]
    self.init(
      usable: texts(values["usable"]),
      byAccount: TextMap(
        (values["byAccount"]?.entries ?? []).map { ($0.key, TextSet(texts($0.value))) },
        uniquingKeysWith: { $1 }),
      own: list == nil ? known : ConstraintList(list),
      ranges: NamespaceRanges(
        users: users,
        groups: values["supplementalGroups"]?.string.flatMap(NamespaceRanges.blocks) ?? [],
        level: level), origin: .tool)
  }
}

extension ConstraintList {
  /// The SCCs as values.
  public var values: PlainValue { .list(items.map(\.values)) }

  /// Reads them back; nil: there is no list.
  public convenience init?(_ values: PlainValue?) {
    guard case .list(let items)? = values else { return nil }
    self.init(items.map(SecurityContextConstraint.init))
  }
}
