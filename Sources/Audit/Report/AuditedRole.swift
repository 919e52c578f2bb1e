/// A pod of a plugin's task, in all namespaces together.
public struct AuditedRole: Sendable, Hashable {
  /// The task.
  @Bytewise public private(set) var task: String
  /// The operator and its version.
  @Bytewise public private(set) var runner: String
  /// True if the operator's own code ran in this version; else the model follows its sources.
  public let wasRun: Bool
  /// The part that the pod has; empty where none is made.
  @Bytewise public private(set) var role: String
  /// The number of pods that are let in, and of all.
  public let admitted: Int, total: Int

  /// Makes a row.
  init(
    task: String, runner: String, wasRun: Bool, role: String, admitted: Int, total: Int
  ) {
    self.task = task
    self.runner = runner
    self.wasRun = wasRun
    self.role = role
    self.admitted = admitted
    self.total = total
  }

  /// The verdict in words.
  public var words: String {
    if role.isEmpty { return "no pod" }
    if admitted == total { return "admitted" }
    return admitted == 0 ? "refused" : "refused in \(total - admitted) of \(total)"
  }
}
