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

  /// The values that rows have in common if they are folded into one.
  private struct Likeness: Hashable {
    @Bytewise var claim: String?
    let cells: [AuditCell]
    let namespaces: [ByteText]
  }

  /// The rows; templates of which the same becomes in the same namespaces stand in one.
  var rows: [AuditRow] {
    var rows: [AuditRow] = []
    var known: [Likeness: Int] = [:]
    for (key, names) in zip(keys, namespaces) {
      let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let likeness = Likeness(
        claim: key.claim, cells: key.cells, namespaces: sorted.map { ByteText($0) })
      let place = key.template == nil ? nil : known[likeness]
      let row = AuditRow(
        templates: (place.map { rows[$0].templates } ?? []) + [key.template].compactMap { $0 },
        claim: key.claim, namespaces: sorted, cells: key.cells)
      if let place {
        rows[place] = row
      } else {
        if key.template != nil { known[likeness] = rows.count }
        rows.append(row)
      }
    }
    return rows
  }
}
