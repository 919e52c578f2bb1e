import APIServer
import Deployments
import Flyte
import PodAPI
import PodSecurity
import Values

/// What a template says and claims, wherever the config says it.
struct TemplateValues: Hashable {
  private let name: String
  private let podLabels: PlainValue
  private let podAnnotations: PlainValue
  private let spec: PlainValue
  private let level: String?
  private let minor: Int?

  init(_ template: PodTemplate) {
    name = template.name
    podLabels = PlainValue(template.podLabels)
    podAnnotations = PlainValue(template.podAnnotations)
    spec = PlainValue(template.spec)
    level = template.claim?.level
    minor = template.claim?.minor
  }
}

/// A template and the policies of the namespaces that it is in.
struct GovernedTemplate: Hashable {
  let values: TemplateValues
  @Bytewise private(set) var policies: String?
}

/// The pods that were worked out.
final class PodCache {
  /// What becomes of a pod, without who decided it.
  enum Result {
    case notBuilt(TaskError)
    case refused(BuiltPod, [Refusal])
    case refusedByWebhook(BuiltPod, String)
    case refusedByPolicy(BuiltPod, String)
    /// - missing: why the pod lacks the task's secret, where it does.
    case judged(BuiltPod, Verdict, missing: String?)
  }

  private var results: [GovernedTemplate: [StandardTask: Result]] = [:]

  /// How many pods were worked out.
  private(set) var count = 0

  /// The result of a task and a template, worked out when it is asked for the first time.
  func result(of task: StandardTask, _ template: GovernedTemplate, _ work: () -> Result) -> Result {
    if let known = results[template]?[task] { return known }
    let result = work()
    count += 1
    results[template, default: [:]][task] = result
    return result
  }
}
