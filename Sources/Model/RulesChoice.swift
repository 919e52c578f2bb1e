public import Judges
public import Values

/// The limits, quotas and SCCs of a cluster, or of an entry of its namespaces.
public struct RulesChoice: Sendable {
  /// LimitRanges or quotas: some that are written in the config, and files with more.
  public struct Objects<Object: Sendable>: Sendable {
    /// Those that are written.
    public var written: [Object] = []
    /// The places of those that are written without a name.
    public var unnamed: Set<Origin> = []
    /// The files, each with those of any number of namespaces.
    public var files: [FlyteInstallation.Place] = []
    /// The entry that asks for those of Flyte's own templates of resources; nil: none does.
    public var fromValues: Origin?
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
  public var constraints: ConstraintChoice?

  /// Nothing is said.
  public init() {}

  /// With what another says where this one says nothing.
  public func over(_ other: RulesChoice) -> RulesChoice {
    var result = self
    result.limitRanges = limitRanges ?? other.limitRanges
    result.quotas = quotas ?? other.quotas
    result.constraints = constraints ?? other.constraints
    return result
  }
}

/// The place of a namespace's rules.
public struct RuledPlace: Sendable {
  /// The namespace.
  public let name: String
  /// The Flyte project; nil: not known.
  public let project: String?
  /// The Flyte domain; nil: not known.
  public let domain: String?
  /// True if it is Flyte's own, which has no tasks.
  public let isFallback: Bool
}

extension Cluster {
  /// Gives each namespace its rules. Namespaces with the same templates and other rules have pods of
  /// their own, so each gets a set of templates of its own; without rules nothing changes.
  public mutating func giveRules(_ rules: (RuledPlace, RulesChoice) -> NamespaceRules) {
    var known: [Int: [NamespaceRules: Int]] = [:]
    var sets = templateSets
    func set(_ old: Int, _ own: NamespaceRules) -> Int {
      if let found = known[old]?[own] { return found }
      let isFirst = known[old] == nil
      var made = templateSets[old]
      made.rules = own
      let index = isFirst ? old : sets.count
      if isFirst {
        sets[old] = made
      } else {
        made.like = old
        sets.append(made)
      }
      known[old, default: [:]][own] = index
      return index
    }
    for index in namespaces.indices {
      let namespace = namespaces[index]
      namespaces[index].templateSet = set(
        namespace.templateSet,
        rules(
          RuledPlace(
            name: namespace.name, project: namespace.project, domain: namespace.domain,
            isFallback: false), namespace.rules.over(self.rules)))
    }
    if let old = fallback {
      let place = RuledPlace(
        name: flyte.namespace.value, project: nil, domain: nil, isFallback: true)
      fallback = set(old, rules(place, self.rules))
    }
    templateSets = sets
  }
}
