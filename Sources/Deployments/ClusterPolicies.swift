public import Admission

/// The admission policies of a cluster, as they are deployed with its templates.
public struct ClusterPolicies: Sendable {
  /// The engine that runs them.
  public let engine: PolicyEngine
  /// The version of those that change pods; nil: the API server has none.
  public let mutatingVersion: MutatingVersion?
  /// One for each profile, or set of profiles, that namespaces have.
  public let profiles: [ProfilePolicies]

  /// Makes a value.
  public init(
    engine: PolicyEngine, mutatingVersion: MutatingVersion?, profiles: [ProfilePolicies]
  ) {
    self.engine = engine
    self.mutatingVersion = mutatingVersion
    self.profiles = profiles
  }

  /// None.
  public static let none = ClusterPolicies(engine: .kubernetes, mutatingVersion: nil, profiles: [])

  /// True if there is none.
  public var isEmpty: Bool { profiles.isEmpty }

  /// The policies of a set of templates; nil: it has none.
  public func policies(of set: Int) -> ProfilePolicies? {
    profiles.first { $0.templateSets.contains(set) }
  }

  /// The same without those that hold pods to profiles.
  public var onlyMutating: ClusterPolicies {
    ClusterPolicies(
      engine: engine, mutatingVersion: mutatingVersion,
      profiles: profiles.compactMap { policies in
        guard policies.mutating != nil else { return nil }
        var left = policies
        left.validating = nil
        return left
      })
  }
}

/// The policies of the namespaces whose templates come from the same profiles.
public struct ProfilePolicies: Sendable {
  /// The name that its files and its objects have.
  public let name: String
  /// The values that its policies are made from: the profile of the default template, and those of the
  /// named ones.
  public let said: [PolicyProfile]
  /// The profiles of the namespaces' default template, left to right.
  public let profileNames: [String]
  /// Gives pods what Flyte does not; nil: nothing to give.
  public var mutating: MutatingPolicy?
  /// Holds pods to the profile; nil: they are not.
  public var validating: ValidatingPolicy?
  /// The sets of templates that the namespaces have.
  public let templateSets: Set<Int>
  /// The namespaces, in byte order.
  public let namespaces: [String]

  /// Makes a value.
  public init(
    name: String, said: [PolicyProfile], profileNames: [String], mutating: MutatingPolicy?,
    validating: ValidatingPolicy?, templateSets: Set<Int>, namespaces: [String]
  ) {
    self.name = name
    self.said = said
    self.profileNames = profileNames
    self.mutating = mutating
    self.validating = validating
    self.templateSets = templateSets
    self.namespaces = namespaces
  }

  /// The label of the namespaces, where they are too many to name.
  public static let namespaceLabel = "flyte-harden/policies"

  /// The way in which the policies find the namespaces.
  public var selection: PolicyNamespaces {
    isLabeled ? .label(key: Self.namespaceLabel, value: name) : .names(namespaces)
  }

  /// True if the namespaces are found by a label that must be put on them.
  public var isLabeled: Bool { namespaces.count > PolicyNamespaces.mostNames }
}
