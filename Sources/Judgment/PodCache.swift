import APIServer
import Deployments
import Flyte
import PodAPI
import PodSecurity
import Values

/// A template and the policies of the namespaces that it is in.
struct GovernedTemplate: Hashable {
  let values: TemplateValues
  @Bytewise private(set) var policies: String?
}

/// The pods that were computed.
final class PodCache {
  /// The outcome of a pod, without the sources that decided it.
  enum Result {
    case notBuilt(TaskError)
    case refused(BuiltPod, [Refusal])
    case refusedByWebhook(BuiltPod, String)
    case refusedByOperator(String)
    case neverStarts(String)
    case refusedByPolicy(BuiltPod, String)
    /// - missing: why the pod lacks the task's secret, where it does.
    case judged(BuiltPod, Verdict, missing: String?)
  }

  /// The results of one template.
  final class Results {
    fileprivate(set) var results: [JudgedTask: Result] = [:]
    fileprivate var runs: [StandardPluginTask: PluginRun] = [:]

    /// The result of a task, computed on first use.
    func result(of task: JudgedTask, _ work: () -> Result) -> Result {
      if let known = results[task] { return known }
      let result = work()
      results[task] = result
      return result
    }

    /// The pods of a plugin's task, computed on first use.
    func run(of task: StandardPluginTask, _ work: () -> PluginRun) -> PluginRun {
      if let known = runs[task] { return known }
      let run = work()
      runs[task] = run
      return run
    }
  }

  private var known: [GovernedTemplate: Results] = [:]

  /// The number of pods that were computed.
  var count: Int { known.values.reduce(0) { $0 + $1.results.count + $1.runs.count } }

  /// Returns the results for a template.
  func results(of template: GovernedTemplate) -> Results {
    if let found = known[template] { return found }
    let made = Results()
    known[template] = made
    return made
  }
}
