import Model
import PodAPI
import Values

/// The values that a profile means each role to have, to tell which parts of pods a statement is
/// for.
struct MeantFields {
  /// The values that each role is meant to have, whether or not anything carries them there.
  private let meant: [(role: ContainerRole, values: PathTable)]
  private let said: [ProfileSection: PathTable]

  init(_ profile: Profile) {
    let roles: [ContainerRole] = [
      .helper, .primary, .initContainer, .copilotContainer, .copilotInitContainer,
    ]
    meant = roles.map { ($0, PathTable($0.meant(by: profile))) }
    let sections: [ProfileSection] = [.containers, .primary, .initContainers, .copilot]
    said = Dictionary(
      uniqueKeysWithValues: sections.map { ($0, PathTable($0.tree(of: profile))) })
  }

  /// The kinds of parts that are to have what a statement says.
  func kinds(for statement: Statement) -> Set<MadePods.Part.Kind> {
    switch statement.section {
    case .pod: return [.pod]
    case .podMetadata: return [.metadata]
    case .containers, .primary, .initContainers, .copilot: break
    }
    // Nulls in it have taken away what they can.
    let value = Layering.lay(statement.value, over: .empty)
    return Set(
      meant.filter { isFor($0.role, statement, value, $0.values) }.map { .container($0.role) })
  }

  /// True if a list has all items of another.
  private static func hold(_ found: [OriginTree], _ said: [OriginTree]) -> Bool {
    // As a rule they stand there in their order.
    var rest = said[...]
    for item in found {
      guard let next = rest.first else { return true }
      if item.holdsSameValues(as: next) { rest.removeFirst() }
    }
    return rest.isEmpty
      || Set(rest.map(SameValues.init)).isSubset(of: Set(found.map(SameValues.init)))
  }

  private func isFor(
    _ role: ContainerRole, _ statement: Statement, _ value: OriginTree, _ meant: PathTable
  ) -> Bool {
    guard let index = role.sections.firstIndex(of: statement.section),
      let found = meant[statement.path]
    else { return false }
    if case .list(let items) = value.content {
      return Self.hold(found.items, items)
    }
    // What a section above says again is that section's.
    let isSaidAbove = role.sections[(index + 1)...].contains {
      said[$0]?[statement.path] != nil
    }
    return !isSaidAbove && found.holdsSameValues(as: value)
  }
}

/// The values of a tree by their paths: as many are asked for as there are.
private struct PathTable {
  private var values: [[ByteText]: OriginTree] = [:]

  init(_ tree: OriginTree) { add(tree, []) }

  private mutating func add(_ tree: OriginTree, _ path: [ByteText]) {
    for entry in tree.entries {
      let place = path + [ByteText(entry.key)]
      values[place] = entry.value
      if !WholeStructs.contain(entry.key) { add(entry.value, place) }
    }
  }

  subscript(path: [String]) -> OriginTree? { values[path.map { ByteText($0) }] }
}
