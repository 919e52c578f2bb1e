public import PodAPI

/// The classes of a cluster that pods name.
public struct ClusterClasses: Sendable, Hashable {
  /// How a runtime class runs pods.
  public struct Runtime: Sendable, Hashable {
    /// What each pod costs beside its containers; empty for nothing.
    public let overhead: PodMap
    /// Labels that its nodes have.
    public let nodeSelector: PodMap
    /// Tolerations that its pods get.
    public let tolerations: [PodValue]

    /// Makes one.
    public init(
      overhead: PodMap = PodMap(), nodeSelector: PodMap = PodMap(), tolerations: [PodValue] = []
    ) {
      self.overhead = overhead
      self.nodeSelector = nodeSelector
      self.tolerations = tolerations
    }
  }

  /// Runtime classes, by name.
  public let runtimes: TextMap<Runtime>
  /// The values of priority classes, by name, beside those that every cluster has.
  public let priorities: TextMap<Int64>
  /// Whether the cluster has no others; else nothing is said of a class that is not here.
  public let isComplete: Bool

  /// Makes one.
  public init(
    runtimes: TextMap<Runtime> = [:], priorities: TextMap<Int64> = [:], isComplete: Bool = true
  ) {
    self.runtimes = runtimes
    self.priorities = priorities
    self.isComplete = isComplete
  }

  /// The classes that every cluster has; there may be others.
  public static let unknown = ClusterClasses(isComplete: false)

  /// Whether there may be a priority class of a name: only Kubernetes' own begin with `system-`.
  func mayHavePriority(_ name: String) -> Bool { !isComplete && !name.hasPrefix("system-") }

  /// Whether there may be a runtime class of a name that is not here.
  func mayHaveRuntime(_ name: String) -> Bool {
    !isComplete && runtimes[name] == nil && NameForm.subdomain.complaints(name).isEmpty
  }

  /// The value of a priority class; nil where there is none.
  public func priority(of name: String) -> Int64? { priorities[name] ?? Self.own[name] }

  private static let own: TextMap<Int64> = [
    "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
  ]
}
