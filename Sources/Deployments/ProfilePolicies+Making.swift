public import Admission
public import Flyte

/// The way in which policies are made: whether they change pods, and what becomes of pods that differ.
public struct PolicyKinds: Sendable {
  /// True if one changes pods.
  public let isMutating: Bool
  /// The action of the one that holds pods to the profile; nil: there is none.
  public let action: ValidatingPolicy.Action?

  /// Makes a value.
  public init(isMutating: Bool, action: ValidatingPolicy.Action?) {
    self.isMutating = isMutating
    self.action = action
  }
}

extension ProfilePolicies {
  /// Makes the policies of profiles; nil if there is nothing for them to do.
  /// - Parameters:
  ///   - name: what files and objects are called after.
  ///   - cluster: the cluster's name.
  ///   - said: the profile of the default template, and those of the named ones.
  ///   - minor: Kubernetes' minor version.
  ///   - release: whose pods they are for.
  public init?(
    name: String, of cluster: String, said: [PolicyProfile], profileNames: [String],
    _ kinds: PolicyKinds, minor: Int, release: Release, templateSets: Set<Int>,
    namespaces: [String]
  ) {
    guard let own = said.first else { return nil }
    let marks = PodMarks(release)
    let object = "\(cluster).\(name)"
    let mutating =
      kinds.isMutating
      ? MutatingPolicy.filling(
        own, name: "flyte-harden-fill.\(object)", minor: minor, marks: marks) : nil
    let validating = kinds.action.flatMap { action in
      ValidatingPolicy.holding(
        to: said, name: "flyte-harden-hold.\(object)", minor: minor, marks: marks,
        action: action)
    }
    guard mutating != nil || validating != nil else { return nil }
    self.init(
      name: name, said: said, profileNames: profileNames, mutating: mutating,
      validating: validating, templateSets: templateSets, namespaces: namespaces)
  }
}
