public import PodAPI

/// The classes of a cluster that pods name.
public struct ClusterClasses: Sendable, Hashable {
  /// The way in which a runtime class runs pods.
  public struct Runtime: Sendable, Hashable {
    /// The cost of each pod beside its containers; empty for nothing.
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

  /// Runtime classes of which more than the name is known, by name.
  public let runtimes: TextMap<Runtime>
  /// The values of priority classes, by name, beside those that every cluster has.
  public let priorities: TextMap<Int64>
  /// The priority classes among them whose pods never displace others.
  let neverPreempting: TextSet
  /// The names of all other runtime classes; nil: there may be any.
  private let otherRuntimes: TextSet?
  /// The names of all other priority classes; nil: there may be any.
  private let otherPriorities: TextSet?

  /// Makes the classes of a cluster that has no others.
  public init(
    runtimes: TextMap<Runtime> = [:], priorities: TextMap<Int64> = [:],
    neverPreempting: TextSet = []
  ) {
    self.runtimes = runtimes
    self.priorities = priorities
    self.neverPreempting = neverPreempting
    otherRuntimes = []
    otherPriorities = []
  }

  /// Makes classes of which the names are known at most.
  /// - Parameters:
  ///   - runtimeNames: all runtime classes; nil: there may be any.
  ///   - priorityNames: all priority classes beside those that every cluster has; nil: there may be
  ///     any.
  public init(runtimeNames: [String]?, priorityNames: [String]?) {
    runtimes = [:]
    priorities = [:]
    neverPreempting = []
    otherRuntimes = runtimeNames.map { TextSet($0) }
    otherPriorities = priorityNames.map { TextSet($0) }
  }

  /// The classes that every cluster has; there may be others.
  public static let unknown = ClusterClasses(runtimeNames: nil, priorityNames: nil)

  /// True if there may be a priority class of a name, with whatever value: only Kubernetes' own
  /// begin with `system-`.
  func mayHavePriority(_ name: String) -> Bool {
    !name.hasPrefix("system-") && otherPriorities?.contains(name) ?? true
  }

  /// True if there may be a runtime class of a name, with whatever overhead.
  func mayHaveRuntime(_ name: String) -> Bool {
    runtimes[name] == nil && NameForm.subdomain.complaints(name).isEmpty
      && otherRuntimes?.contains(name) ?? true
  }

  /// The classes that a pod names, and of which nobody has said whether the cluster has them.
  public func unjudged(in spec: PodObject) -> [FieldName] {
    var fields: [FieldName] = []
    let priority = spec.text(.priorityClassName)
    if !priority.isEmpty, otherPriorities == nil, mayHavePriority(priority),
      self.priority(of: priority) == nil
    {
      fields.append(.priorityClassName)
    }
    if let runtime = spec[.runtimeClassName]?.string, otherRuntimes == nil, mayHaveRuntime(runtime)
    {
      fields.append(.runtimeClassName)
    }
    return fields
  }

  /// The value of a priority class; nil where there is none, or it is not known.
  public func priority(of name: String) -> Int64? { priorities[name] ?? Self.own[name] }

  /// The words that can be written for a runtime class.
  var runtimeChoices: [String] { Self.sorted(Array(runtimes.keys) + Array(otherRuntimes ?? [])) }

  /// The words that can be written for a priority class.
  var priorityChoices: [String] {
    Self.sorted(Array(priorities.keys) + Array(otherPriorities ?? []) + Array(Self.own.keys))
  }

  private static func sorted(_ names: [String]) -> [String] {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static let own: TextMap<Int64> = [
    "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
  ]
}
