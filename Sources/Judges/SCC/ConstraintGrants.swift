import Values

/// The SCCs that name service accounts of a namespace in their `users` and `groups`, beside what RBAC says.
public struct ConstraintGrants {
  /// The names of those that all service accounts of the namespace may use.
  public private(set) var toAll: [String] = []
  /// The names of those that single ones may use.
  public private(set) var byAccount: TextMap<TextSet> = [:]

  /// Looks for a namespace in SCCs.
  public init(_ constraints: [SecurityContextConstraint], namespace: String) {
    let start = "system:serviceaccount:\(namespace):"
    for constraint in constraints {
      if constraint.groups.contains("system:serviceaccounts:\(namespace)") {
        toAll.append(constraint.name)
      }
      for user in constraint.users.sorted() where user.utf8.starts(with: start.utf8) {
        byAccount[
          String(decoding: user.utf8.dropFirst(start.utf8.count), as: UTF8.self), default: []
        ].insert(constraint.name)
      }
    }
  }
}
