/// The entries of one of a template's two lists that are laid under a container, and how.
public struct EntryRules: Sendable {
  /// The reason that an entry is one of a container's layers.
  enum Role {
    case forAll
    case forPrimary
    case byName
  }

  let list: ContainerList
  private let forAll: String
  private let forPrimary: String
  private let primary: String
  private let byName: Behaviors.ContainerMerge
  /// The form of an entry met by name if nothing else was merged before it.
  let entry: Behaviors.NamedEntry
  /// True if what is merged onto a copy may hold the entry's own pointers afterwards.
  let lends: Bool
  /// True if every entry with a role's name counts; else the last alone.
  private let takesAll: Bool

  /// Those for containers.
  /// - Parameter primary: the container that is the task.
  public static func containers(_ behaviors: Behaviors, primary: String) -> EntryRules {
    EntryRules(
      list: .containers, forAll: "default", forPrimary: "primary", primary: primary,
      byName: behaviors.containerMerge, entry: behaviors.namedEntry, lends: true,
      takesAll: false)
  }

  /// Those for init containers; nil where none is merged.
  /// - Parameter primary: the container that `primary-init` is for; empty: none.
  public static func initContainers(_ behaviors: Behaviors, primary: String) -> EntryRules? {
    let byName: Behaviors.ContainerMerge
    switch behaviors.initMerge {
    case .concatenated: return nil
    case .byRole: byName = .byRole
    case .byName: byName = .byName
    case .byNameButPrimary: byName = .byNameButPrimary
    case .byEntryName, .keeping: byName = .byEntryName
    }
    return EntryRules(
      list: .initContainers, forAll: "default-init", forPrimary: "primary-init", primary: primary,
      byName: byName, entry: behaviors.namedInitEntry,
      // The patch's own function copies every layer, and lays all of a name.
      lends: behaviors.initMerge != .keeping, takesAll: behaviors.initMerge == .keeping)
  }

  /// The positions of the entries under a container, the lowest first.
  /// - Parameter entries: the names of the list's entries.
  public func layers(under container: String, of entries: [String]) -> [Int] {
    roles(under: container, of: entries).map(\.index)
  }

  func roles(under container: String, of entries: [String]) -> [(index: Int, role: Role)] {
    var found: [(index: Int, role: Role)] = []
    func add(_ name: String, _ role: Role) {
      if takesAll {
        for (index, entry) in entries.enumerated() where entry == name {
          found.append((index, role))
        }
      } else if let last = entries.lastIndex(of: name) {
        found.append((last, role))
      }
    }
    add(forAll, .forAll)
    if container == primary { add(forPrimary, .forPrimary) }
    for (index, entry) in entries.enumerated() where meets(entry, container) {
      found.append((index, .byName))
    }
    return found
  }

  /// True if an entry is merged into a container by name.
  private func meets(_ entry: String, _ container: String) -> Bool {
    guard entry == container else { return false }
    switch byName {
    case .byRole: return false
    case .byName: return true
    case .byNameButPrimary: return container != primary && container != forAll
    case .byEntryName: return entry != forAll && entry != forPrimary
    }
  }
}
