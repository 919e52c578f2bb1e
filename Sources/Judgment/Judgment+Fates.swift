import Deployments
import Flyte
import Judges

extension Judgment {
  /// The tasks of a template, whose number is known.
  func tasks(
    of template: PodTemplate, _ number: Int, _ tasks: [JudgedTask], _ store: TemplateStore,
    _ own: Governing
  ) -> [TaskPods] {
    fates(of: template, number, tasks, store, own).map { task, fate in
      switch fate {
      case .run(let plugin, let run): judged(plugin, task, template, run, own)
      case .pod(let fate): TaskPods(judged(task, template, fate.result(in: own)))
      }
    }
  }

  /// The fate of a task's pods before quotas.
  private enum TaskFate {
    case pod(PodFate)
    case run(StandardPluginTask, PluginRun)

    func isKept(in own: Governing) -> Bool {
      switch self {
      case .pod(let fate): fate.isKept(in: own)
      case .run(_, let run): run.pods.allSatisfy { $0.fate.isKept(in: own) }
      }
    }
  }

  private func fates(
    of template: PodTemplate, _ number: Int, _ tasks: [JudgedTask], _ store: TemplateStore,
    _ own: Governing
  ) -> [(task: JudgedTask, fate: TaskFate)] {
    let known = memory.results(of: own.key(of: number))
    let sent = memory.sent(of: number)
    return tasks.map { task in
      if let plugin = task.plugin {
        let made = known.run(of: task) {
          run(plugin, task, template, store: store.restarted(), claim: template.claim, own)
        }
        return (task, .run(plugin, made))
      }
      let fate = known.fate(of: task) {
        let pod = sent.pod(of: task) {
          send(task, read(task, template), store: store.restarted())
        }
        return receive(pod, claim: template.claim, own)
      }
      return (task, .pod(fate))
    }
  }

  /// Returns whether quotas let in all pods of a template that come to them.
  func areKept(
    _ template: PodTemplate, _ number: Int, _ tasks: [JudgedTask], _ store: TemplateStore,
    _ own: Governing
  ) -> Bool {
    fates(of: template, number, tasks, store, own).allSatisfy { $0.fate.isKept(in: own) }
  }
}
