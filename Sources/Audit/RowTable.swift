/// The verdicts of a cluster, equal ones together.
struct RowTable {
  private struct Key: Hashable {
    @Bytewise var template: String?
    @Bytewise var claim: String?
    let cells: [AuditCell]
  }

  private var keys: [Key] = []
  private var namespaces: [[String]] = []
  private var positions: [Key: Int] = [:]

  mutating func add(
    template: String?, claim: String?, namespaces names: [String], _ cells: [AuditCell]
  ) {
    let key = Key(template: template, claim: claim, cells: cells)
    guard let position = positions[key] else {
      positions[key] = keys.count
      keys.append(key)
      namespaces.append(names)
      return
    }
    namespaces[position] += names
  }

  /// The rows; templates of which the same becomes in the same namespaces stand in one.
  var rows: [AuditRow] {
    var rows: [AuditRow] = []
    for (key, names) in zip(keys, namespaces) {
      let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let known = rows.firstIndex { row in
        key.template != nil && !row.templates.isEmpty && row.claim.hasSameBytes(as: key.claim)
          && row.cells == key.cells && row.namespaces.hasSameBytes(as: sorted)
      }
      let before = known.map { rows[$0].templates } ?? []
      let row = AuditRow(
        templates: before + [key.template].compactMap { $0 }, claim: key.claim,
        namespaces: sorted, cells: key.cells)
      if let known { rows[known] = row } else { rows.append(row) }
    }
    return rows
  }
}
