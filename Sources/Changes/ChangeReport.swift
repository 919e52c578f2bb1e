/// Everything that differs between two sides, each distinct change once.
public struct ChangeReport: Sendable {
  /// The name of the side before.
  public let before: String
  /// The name of the side after.
  public let after: String
  /// The changes, the most serious first.
  public let changes: [Change]
  /// The pods that are admitted on one side only.
  public let admissions: [Admission]
  /// The differences between pods, whatever their cause.
  public let pods: [PodChange]

  /// A pod that is admitted on one side only.
  public struct Admission: Sendable {
    /// The cluster.
    public let cluster: String
    /// The template.
    public let template: String
    /// The shape of the task.
    public let task: String
    /// True if it is admitted after, and was not before.
    public let isAdmitted: Bool
    /// The namespaces that have the pod.
    public let namespaces: [String]
  }

  /// Returns the number of changes with a meaning.
  public func count(_ meaning: Meaning) -> Int { changes.count { $0.meaning == meaning } }

  /// Returns whether a change has a meaning that a bar forbids.
  public func fails(on bar: ChangeBar) -> Bool { changes.contains { bar.forbids($0.meaning) } }
}

/// The changes that make a comparison fail.
public enum ChangeBar: String, Sendable, CaseIterable {
  /// Those that loosen something, and those that are incomparable.
  case loosened
  /// All.
  case changed
  /// None.
  case never

  /// Returns whether a change with a meaning makes a comparison fail.
  public func forbids(_ meaning: Meaning) -> Bool {
    switch self {
    case .never: false
    case .changed: true
    case .loosened: meaning == .loosened || meaning == .incomparable
    }
  }
}
