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
