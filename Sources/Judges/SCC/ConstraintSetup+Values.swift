import Values

extension ConstraintSetup {
  /// The SCCs and ids as values, named as in the config.
  /// - Parameter constraints: the SCCs that the reader knows; other ones are written out.
  func values(besides constraints: [SecurityContextConstraint]) -> PlainValue {
    func block(_ ids: ClosedRange<Int64>) -> String { "\(ids.lowerBound)-\(ids.upperBound)" }
    var entries: [PlainValue.Entry] = [
      .init("usable", .list(usable.map { .string($0) })),
      .init("uidRange", .string(block(ranges.users))),
      .init("supplementalGroups", .string(ranges.groups.map(block).joined(separator: ","))),
      .init("mcs", .string(ranges.level)),
    ]
    if self.constraints != constraints {
      entries.append(.init("constraints", .list(self.constraints.map(\.values))))
    }
    return .mapping(entries)
  }

  /// Reads them back; nil: ids are missing.
  init?(_ values: PlainValue, constraints: [SecurityContextConstraint]) {
    guard let users = values["uidRange"]?.string.flatMap(NamespaceRanges.block),
      let level = values["mcs"]?.string
    else { return nil }
    self.init(
      usable: (values["usable"]?.items ?? []).compactMap(\.string),
      constraints: values["constraints"].map { $0.items.map(SecurityContextConstraint.init) }
        ?? constraints,
      ranges: NamespaceRanges(
        users: users,
        groups: values["supplementalGroups"]?.string.flatMap(NamespaceRanges.blocks) ?? [],
        level: level), origin: .tool)
  }
}
