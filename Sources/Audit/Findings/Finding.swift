import Reports
import Values

/// A problem that a rule reports, once for each template and container.
struct Finding {
  /// The templates and namespaces; nil: the cluster as a whole.
  var scope: FindingScope?
  /// The problem, in words.
  let words: String
  /// The fix, in the imperative.
  let fix: String
  /// The container that it is about, by its role; nil: the pod, or no pod at all.
  var container: String?
  /// The place of the value that causes it.
  var place: ReportPlace?
}

/// The templates and namespaces that a finding is about.
struct FindingScope {
  /// The number that identifies it among all scopes.
  let number: Int
  let templates: [String]
  let namespaces: [String]
}
