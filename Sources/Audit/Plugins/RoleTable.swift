import Deployments
import Flyte
import Judgment
import Operators
import Values

/// The pods of plugins' tasks, counted by role.
struct RoleTable {
  /// The tasks of a template, and the number of namespaces that have it.
  struct Line {
    let tasks: [TaskPods]
    let weight: Int

    init(_ tasks: [TaskPods], weight: Int) {
      self.tasks = tasks
      self.weight = weight
    }
  }

  private struct Key: Hashable {
    let task: JudgedTask
    @Bytewise var role: String
  }

  let rows: [AuditedRole]

  init(_ subject: AuditSubject, _ lines: [Line]) {
    var order: [Key] = []
    var counts: [Key: (admitted: Int, total: Int)] = [:]
    for line in lines {
      for task in line.tasks {
        guard task.task.plugin != nil else { continue }
        for pod in task.pods {
          let key = Key(task: task.task, role: pod.role == .task ? "" : pod.role.name)
          if counts[key] == nil { order.append(key) }
          let old = counts[key] ?? (0, 0)
          counts[key] = (
            old.admitted + (pod.isAdmitted ? line.weight : 0), old.total + line.weight
          )
        }
      }
    }
    let operators = subject.running.operators
    rows = StandardPluginTask.allCases.flatMap { task in
      order.filter { $0.task.plugin == task }.compactMap { key in
        guard let count = counts[key], let runner = operators[task.plugin] else { return nil }
        return AuditedRole(
          task: key.task.name, runner: runner.name, wasRun: runner.proof == .run, role: key.role,
          admitted: count.admitted, total: count.total)
      }
    }
  }
}
