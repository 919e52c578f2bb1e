/// A SecurityContextConstraints object of OpenShift, with its defaults.
public struct SecurityContextConstraint: Sendable, Hashable {
  /// The users that containers may have.
  public enum UserRule: Sendable, Hashable {
    case any
    /// Not root.
    case nonRoot
    /// One user.
    case user(Int64)
    /// A range; nil: that of the namespace.
    case range(ClosedRange<Int64>?)
  }

  /// The groups that pods may have.
  public enum GroupRule: Sendable, Hashable {
    case any
    /// One of these ranges; empty: those of the namespace.
    case ranges([ClosedRange<Int64>])
  }

  /// The SELinux context that pods may have.
  public enum SELinuxRule: Sendable, Hashable {
    case any
    /// This one; a level that is empty is that of the namespace.
    case context(SELinuxContext)
  }

  /// The name.
  @Bytewise public internal(set) var name: String
  /// Users who may use it, besides those whom RBAC lets.
  public var users: TextSet = []
  /// Groups whose members may use it.
  public var groups: TextSet = []
  /// Higher ones are tried first.
  public var priority: Int64 = 0
  /// True if it lets in privileged containers.
  public var allowsPrivileged = false
  /// True if it lets pods use the node's network.
  public var allowsHostNetwork = false
  /// True if it lets containers use ports of the node.
  public var allowsHostPorts = false
  /// True if it lets pods see the node's processes.
  public var allowsHostPID = false
  /// True if it lets pods use the node's inter-process communication.
  public var allowsHostIPC = false
  /// True if it lets containers gain privileges.
  public var allowsEscalation = true
  /// The value for containers that say nothing about it; nil: none.
  public var defaultEscalation: Bool?
  /// True if root file systems must be read-only.
  public var needsReadOnlyRoot = false
  /// True if pods must have a user namespace of their own.
  public var needsOwnUsers = false
  /// The users.
  public var user = UserRule.any
  /// The SELinux context.
  public var seLinux = SELinuxRule.any
  /// The group of a pod's volumes.
  public var fsGroup = GroupRule.any
  /// The other groups of a pod.
  public var supplementalGroups = GroupRule.any
  /// Capabilities that containers may add; `*` is all.
  @Bytewise public var allowedCapabilities: [String] = []
  /// Capabilities that every container gets.
  @Bytewise public var addedCapabilities: [String] = []
  /// Capabilities that every container drops.
  @Bytewise public var droppedCapabilities: [String] = []
  /// Seccomp profiles that pods may have; the first is put in. `*` is all.
  @Bytewise public var seccompProfiles: [String] = []
  /// The types of volumes; `*` is all.
  public var volumes: TextSet = []
  /// The drivers of flexVolumes; empty: any.
  @Bytewise public var flexDrivers: [String] = []
  /// Sysctls that pods may set besides the safe ones; a `*` at the end is any ending.
  @Bytewise public var unsafeSysctls: [String] = []
  /// Sysctls that they may not set.
  @Bytewise public var forbiddenSysctls: [String] = []

  /// Makes one that refuses nothing but privileges, the node's own and what it does not list.
  public init(name: String) { self.name = name }
}

/// An SELinux context.
public struct SELinuxContext: Sendable, Hashable {
  /// `s0:c26,c5`.
  @Bytewise public var level: String
  /// Its role.
  @Bytewise public var role: String
  /// Its type.
  @Bytewise public var type: String
  /// Its user.
  @Bytewise public var user: String

  /// Makes one.
  public init(level: String = "", role: String = "", type: String = "", user: String = "") {
    self.level = level
    self.role = role
    self.type = type
    self.user = user
  }

  /// True if the level is the same but for the order of its categories.
  func hasLevel(_ other: String) -> Bool {
    if level == other { return true }
    func parts(_ level: String) -> (sensitivity: String, categories: [String])? {
      guard let colon = level.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let categories = level[level.utf8.index(after: colon)...]
        .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (
        String(level[..<colon]),
        categories.sorted()
      )
    }
    guard let own = parts(level), let others = parts(other) else { return false }
    return own.sensitivity == others.sensitivity
      && own.categories.hasSameBytes(as: others.categories)
  }
}
