import Values

/// What a rule finds, once for each template and container.
struct Finding {
  /// The templates and namespaces; nil: the cluster as a whole.
  var scope: FindingScope?
  /// What is so, in words.
  let words: String
  /// What to do about it, in the imperative.
  let fix: String
  /// The container that it is about, by its role; nil: the pod, or no pod at all.
  var container: String?
  /// Where the value stands that causes it.
  var place: AuditPlace?
}

/// Where something is so.
struct FindingScope {
  /// What tells it from other scopes.
  let number: Int
  let templates: [String]
  let namespaces: [String]
}
