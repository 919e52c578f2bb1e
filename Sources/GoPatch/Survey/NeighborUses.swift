internal import Synchronization

/// The uses of names in files that no rule changes. They are needed again and again, by each rule
/// and each trial; the answer stays.
final class NeighborUses: Sendable, Hashable {
  private struct Question: Hashable {
    let path: ByteText
    let name: [UInt8]
  }

  private let known = Mutex<[Question: NameUse?]>([:])

  /// The first use of a name in a file, looked for once.
  func use(of name: [UInt8], in path: String, _ find: () -> NameUse?) -> NameUse? {
    let question = Question(path: ByteText(path), name: name)
    if let use = known.withLock({ $0[question] }) { return use }
    let use = find()
    known.withLock { $0[question] = use }
    return use
  }

  /// The memory is no part of a tree's value.
  static func == (left: NeighborUses, right: NeighborUses) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
