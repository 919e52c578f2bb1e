public import Judges
public import Values

/// The limits, quotas and SCCs of a cluster, or of an entry of its namespaces.
public struct RulesChoice: Sendable {
  /// LimitRanges or quotas: some that are written in the config, and files with more.
  public struct Objects<Object: Sendable>: Sendable {
    /// Those that are written.
    public var written: [Object] = []
    /// The files, each with those of any number of namespaces.
    public var files: [FlyteInstallation.Place] = []
    /// The place of the key.
    public let origin: Origin

    /// None.
    public init(origin: Origin) { self.origin = origin }
  }

  /// LimitRanges; nil: nothing is said.
  public var limitRanges: Objects<LimitRange>?
  /// Quotas; nil: nothing is said.
  public var quotas: Objects<ResourceQuota>?
  /// The SCCs; nil: nothing is said.
  public var constraints: ConstraintSetup?

  /// Nothing is said.
  public init() {}

  /// The files that it names.
  public var files: [FlyteInstallation.Place] {
    (limitRanges?.files ?? []) + (quotas?.files ?? [])
  }

  /// With what another says where this one says nothing.
  public func over(_ other: RulesChoice) -> RulesChoice {
    var result = self
    result.limitRanges = limitRanges ?? other.limitRanges
    result.quotas = quotas ?? other.quotas
    result.constraints = constraints ?? other.constraints
    return result
  }
}

extension Cluster {
  /// Gives each namespace its rules. Namespaces with the same templates and other rules have pods of
  /// their own, so each gets a set of templates of its own; without rules nothing changes.
  public mutating func giveRules(_ rules: (String, RulesChoice) -> NamespaceRules) {
    var known: [Int: [NamespaceRules: Int]] = [:]
    var sets = templateSets
    func set(_ old: Int, _ own: NamespaceRules) -> Int {
      if let found = known[old]?[own] { return found }
      let isFirst = known[old] == nil
      var made = templateSets[old]
      made.rules = own
      let index = isFirst ? old : sets.count
      if isFirst { sets[old] = made } else { sets.append(made) }
      known[old, default: [:]][own] = index
      return index
    }
    for index in namespaces.indices {
      let namespace = namespaces[index]
      namespaces[index].templateSet = set(
        namespace.templateSet, rules(namespace.name, namespace.rules.over(self.rules)))
    }
    if let old = fallback { fallback = set(old, rules(flyte.namespace.value, self.rules)) }
    templateSets = sets
  }
}
