/// An SCC with the ids of a namespace in it (`sccmatching/provider.go`).
struct ConstraintProvider {
  let constraint: SecurityContextConstraint
  /// The users that containers may have; nil: those of the rule without a range.
  let users: ClosedRange<Int64>?
  let context: SELinuxContext?
  let fsGroups: [ClosedRange<Int64>]
  let groups: [ClosedRange<Int64>]
  let seccomp: SeccompRule

  init(_ constraint: SecurityContextConstraint, _ namespace: NamespaceRanges) {
    self.constraint = constraint
    switch constraint.user {
    case .range(let own): users = own ?? namespace.users
    case .user(let user): users = user...user
    case .any, .nonRoot: users = nil
    }
    switch constraint.seLinux {
    case .any: context = nil
    case .context(var own):
      if own.level.isEmpty { own.level = namespace.level }
      context = own
    }
    switch constraint.fsGroup {
    case .any: fsGroups = []
    // Only the first group of the namespace, though its range has more.
    case .ranges(let own):
      fsGroups =
        own.isEmpty ? namespace.groups.prefix(1).map { $0.lowerBound...$0.lowerBound } : own
    }
    switch constraint.supplementalGroups {
    case .any: groups = []
    case .ranges(let own): groups = own.isEmpty ? namespace.groups : own
    }
    seccomp = SeccompRule(constraint.seccompProfiles)
  }
}
