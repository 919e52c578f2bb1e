public import Flyte

/// A task with all pods that come of it. Every shape that is modeled gives one.
public struct TaskPods: Sendable {
  /// The task.
  public let task: JudgedTask
  /// The pod that Flyte itself makes, whose template and settings are those of the task; of a
  /// plugin's task the first.
  public let main: JudgedPod
  /// The other pods of the task, each with its role.
  public let others: [JudgedPod]

  init(_ main: JudgedPod, others: [JudgedPod] = []) {
    task = main.task
    self.main = main
    self.others = others
  }

  /// All of them, the main one first.
  public var pods: [JudgedPod] { [main] + others }

  /// True if all of them are made, valid and let in.
  public var isAdmitted: Bool { main.isAdmitted && others.allSatisfy(\.isAdmitted) }
}
