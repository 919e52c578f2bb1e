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

  /// What is said. Most namespaces say nothing, and there are many: then it is one word.
  private struct Said: Sendable {
    var limitRanges: Objects<LimitRange>?
    var quotas: Objects<ResourceQuota>?
    var constraints: ConstraintChoice?
  }

  /// One, or none where nothing is said.
  private var said: [Said] = []

  /// Nothing is said.
  public init() {}

  /// LimitRanges; nil: nothing is said.
  public var limitRanges: Objects<LimitRange>? {
    get { said.first?.limitRanges }
    set { change { $0.limitRanges = newValue } }
  }

  /// Quotas; nil: nothing is said.
  public var quotas: Objects<ResourceQuota>? {
    get { said.first?.quotas }
    set { change { $0.quotas = newValue } }
  }

  /// The SCCs; nil: nothing is said.
  public var constraints: ConstraintChoice? {
    get { said.first?.constraints }
    set { change { $0.constraints = newValue } }
  }

  private mutating func change(_ change: (inout Said) -> Void) {
    var value = said.first ?? Said()
    change(&value)
    let saysNothing =
      value.limitRanges == nil && value.quotas == nil && value.constraints == nil
    said = saysNothing ? [] : [value]
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
