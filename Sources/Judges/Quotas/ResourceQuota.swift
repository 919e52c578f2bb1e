public import PodAPI
public import Values

/// A ResourceQuota of a namespace.
public struct ResourceQuota: Sendable, Hashable {
  /// Its name.
  @Bytewise public private(set) var name: String
  /// The amounts that the namespace may have; empty before the quota controller has seen the quota.
  public let hard: PodMap
  /// The amounts that it has; none for what is not in it.
  public let used: PodMap
  /// The pods that it looks at: those of all these scopes.
  public let scopes: [QuotaScope]
  /// The place where it is written; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  /// Makes one.
  public init(
    name: String, hard: PodMap, used: PodMap = PodMap(), scopes: [QuotaScope] = [],
    origin: Origin = .tool
  ) {
    self.hard = hard
    self.used = used
    self.scopes = scopes
    self.name = name
    self.origin = origin
  }
}
