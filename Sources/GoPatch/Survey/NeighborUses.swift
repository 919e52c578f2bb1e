internal import Synchronization

/// Where names are used in files that no rule changes. It is asked for again and again, by each rule
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

  /// What is remembered is no part of what a tree is.
  static func == (left: NeighborUses, right: NeighborUses) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
