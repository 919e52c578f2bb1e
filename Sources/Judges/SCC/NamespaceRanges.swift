/// The ids that OpenShift gives a namespace, from its annotations.
public struct NamespaceRanges: Sendable, Hashable {
  /// The annotation of the users.
  public static let usersAnnotation = "openshift.io/sa.scc.uid-range"
  /// The annotation of the groups.
  public static let groupsAnnotation = "openshift.io/sa.scc.supplemental-groups"
  /// The annotation of the SELinux level.
  public static let levelAnnotation = "openshift.io/sa.scc.mcs"

  /// The users of the namespace.
  public let users: ClosedRange<Int64>
  /// Its groups; at least one range.
  public let groups: [ClosedRange<Int64>]
  /// Its SELinux level.
  @Bytewise public private(set) var level: String

  /// Makes them.
  /// - Parameter groups: empty: those of the users.
  public init(users: ClosedRange<Int64>, groups: [ClosedRange<Int64>], level: String) {
    self.users = users
    self.groups = groups.isEmpty ? [users] : groups
    self.level = level
  }

  /// Ids in place of these: above all that OpenShift gives.
  var examples: NamespaceRanges {
    let block: ClosedRange<Int64> = 2_147_400_000...2_147_409_999
    return NamespaceRanges(
      users: block, groups: groups.map { _ in block }, level: level.isEmpty ? "" : "s0:c1023,c1022")
  }

  /// Returns whether what holds of the examples holds of these: the API server takes them for ids of some user
  /// that is not root, and no other id is one of them.
  /// - Parameter others: the ids that pods have, the examples' included.
  public func areExchangeable(among others: Set<Int64>) -> Bool {
    let own = [users] + groups
    guard groups.count == 1, own.allSatisfy({ (1...Int64(Int32.max)).contains($0.lowerBound) }),
      own.allSatisfy({ $0.upperBound <= Int64(Int32.max) })
    else { return false }
    let examples = examples.users
    return others.allSatisfy { id in
      id == examples.lowerBound || !own.contains { $0.contains(id) } && !examples.contains(id)
    }
  }

  /// Reads a block of ids: `1000660000/10000`, a start and a size, or `1000660000-1000669999`.
  public static func block(_ text: String) -> ClosedRange<Int64>? {
    let isSized = text.utf8.contains(UInt8(ascii: "/"))
    let parts = text[...].parts(between: isSized ? "/" : "-")
    guard parts.count == 2, let start = UInt32(parts[0]), let second = UInt32(parts[1]) else {
      return nil
    }
    if !isSized { return start <= second ? Int64(start)...Int64(second) : nil }
    let last = Int64(start) + Int64(second) - 1
    return second > 0 && last <= Int64(UInt32.max) ? Int64(start)...last : nil
  }

  /// Reads blocks of ids, with commas between them.
  public static func blocks(_ text: String) -> [ClosedRange<Int64>]? {
    var found: [ClosedRange<Int64>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let block = block(String(part)) else { return nil }
      found.append(block)
    }
    return found.isEmpty ? nil : found
  }
}
