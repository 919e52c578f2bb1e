import PodAPI
import Values

/// Compares trees field by field. The order of keys does not count, entries of lists are matched by
/// their Kubernetes key, and what means something only as a whole is compared as a whole.
struct TreeComparison {
  private(set) var changes: [ValueChange] = []

  /// The differences between two trees.
  static func changes(
    _ before: PlainValue?, _ after: PlainValue?, at path: ChangePath = ChangePath()
  ) -> [ValueChange] {
    var comparison = TreeComparison()
    comparison.compare(before.map(ordered), after.map(ordered), at: path)
    return comparison.changes
  }

  /// A value with the keys of its mappings in byte order, so that equal values are equal.
  static func ordered(_ value: PlainValue) -> PlainValue {
    switch value {
    case .list(let items): .list(items.map(ordered))
    case .mapping(let entries):
      .mapping(
        entries.map { PlainValue.Entry($0.key, ordered($0.value)) }.sorted { $0.key < $1.key })
    default: value
    }
  }

  private mutating func compare(_ before: PlainValue?, _ after: PlainValue?, at path: ChangePath) {
    guard before != after else { return }
    if case .field? = path.steps.last, let name = path.lastField, ComparedFields.isWhole(name) {
      report(before, after, at: path)
      return
    }
    switch (before, after) {
    case (.mapping(let left)?, .mapping(let right)?): compare(left, right, at: path)
    case (.list(let left)?, .list(let right)?): compare(left, right, at: path)
    case (nil, .mapping(let right)?) where !right.isEmpty: compare([], right, at: path)
    case (.mapping(let left)?, nil) where !left.isEmpty: compare(left, [], at: path)
    case (nil, .list(let right)?) where Self.hasKeys(path): compare([], right, at: path)
    case (.list(let left)?, nil) where Self.hasKeys(path): compare(left, [], at: path)
    default: report(before, after, at: path)
    }
  }

  private static func hasKeys(_ path: ChangePath) -> Bool {
    guard let name = path.lastField, case .keyed = ComparedFields.identity(name) else {
      return false
    }
    return true
  }

  private mutating func compare(
    _ left: [PlainValue.Entry], _ right: [PlainValue.Entry], at path: ChangePath
  ) {
    let isUsers = path.lastField.map(ComparedFields.hasUsersKeys) ?? false
    func step(_ key: String) -> ChangePath { isUsers ? path.entry(key) : path.field(key) }
    let others = TextMap(right.map { ($0.key, $0.value) }) { first, _ in first }
    let known = TextSet(left.map(\.key))
    for entry in left { compare(entry.value, others[entry.key], at: step(entry.key)) }
    for entry in right where !known.contains(entry.key) {
      compare(nil, entry.value, at: step(entry.key))
    }
  }

  private mutating func compare(_ left: [PlainValue], _ right: [PlainValue], at path: ChangePath) {
    let name = path.lastField ?? ""
    guard case .keyed(let key) = ComparedFields.identity(name), let old = ListEntries(left, key),
      let new = ListEntries(right, key)
    else {
      let isMove = ComparedFields.isSet(name) && Set(left) == Set(right)
      report(.list(left), .list(right), at: path, isMove: isMove)
      return
    }
    for name in old.keys { entry(old.values[name], new.values[name], at: path.entry(name.text)) }
    for name in new.keys where old.values[name] == nil {
      entry(nil, new.values[name], at: path.entry(name.text))
    }
    let kept = (
      old.keys.filter { new.values[$0] != nil }, new.keys.filter { old.values[$0] != nil }
    )
    guard kept.0 != kept.1 else { return }
    func names(_ keys: [ByteText]) -> PlainValue { .list(keys.map { .string($0.text) }) }
    report(names(kept.0), names(kept.1), at: path, isMove: true)
  }

  /// Entries of most lists mean something as a whole; containers are looked into.
  private mutating func entry(_ before: PlainValue?, _ after: PlainValue?, at path: ChangePath) {
    if path.lastField.map(ComparedFields.hasLargeEntries) ?? false {
      compare(before ?? .mapping([]), after ?? .mapping([]), at: path)
    } else if before != after {
      report(before, after, at: path)
    }
  }

  /// True if two values are the same except for the order of keys.
  static func isSame(_ before: PlainValue?, _ after: PlainValue?) -> Bool {
    before == after || before.map(ordered) == after.map(ordered)
  }

  private mutating func report(
    _ before: PlainValue?, _ after: PlainValue?, at path: ChangePath, isMove: Bool = false
  ) {
    changes.append(ValueChange(path: path, before: before, after: after, isMove: isMove))
  }
}
