import Admission
public import Deployments
import Diagnostics
import Flyte
public import Judgment

/// The pod of a namespace and a shape of task, found in a plan.
public struct Explanation: Sendable {
  /// The cluster.
  public let deployment: Deployment
  /// The namespace that was asked for.
  public let namespace: String
  /// True if an entry of the config names it; else the templates in Flyte's own namespace serve it.
  public let isNamed: Bool
  /// The namespace that may be meant, where no entry names the one that was asked for.
  public let nearest: String?
  /// The template.
  public let template: PodTemplate
  /// The pod and its verdict.
  public let pod: JudgedPod
  /// The policy that changes the pod and the pod as it is without; nil: no policy changes it.
  public let governed: (policy: String, without: JudgedPod)?
  /// What becomes of a container task that asks for a secret as a file; nil where there is no webhook,
  /// or the task itself asks for one.
  public let secretPod: JudgedPod?

  /// What kept a pod from being found.
  public enum Failure: Error, Sendable {
    /// None of several clusters has the namespace.
    case unknownNamespace(known: [String])
    /// The one cluster does not have it, nor templates in Flyte's own that would serve it.
    case withoutFallback(flyteNamespace: String, known: [String])
    /// Several clusters have it.
    case severalClusters([String])
    /// The namespace has no template of that name.
    case unknownTemplate(known: [String])
  }

  /// Finds the pod.
  /// - Parameters:
  ///   - template: its name; nil: the default one.
  public static func find(
    _ namespace: String, task: StandardTask, template name: String?, in plan: Plan
  ) throws(Failure) -> Explanation {
    let deployment = try cluster(of: namespace, in: plan)
    let own = deployment.namespaces.first { $0.name == namespace }
    let place = own ?? deployment.namespaces.first { $0.name == deployment.flyteNamespace }
    let known = deployment.namespaces.map(\.name)
    guard let place else {
      throw .withoutFallback(flyteNamespace: deployment.flyteNamespace, known: known)
    }
    let templates = deployment.templateSets[place.templateSet].templates
    let wanted = name ?? deployment.defaultTemplate
    guard let template = templates.first(where: { $0.name == wanted }) else {
      throw .unknownTemplate(known: templates.map(\.name))
    }
    let judgment = Judgment(deployment: deployment)
    func judged(_ task: StandardTask, _ judgment: Judgment) -> JudgedPod {
      judgment.judge(
        task, template: template, store: judgment.store(of: place.templateSet),
        set: place.templateSet)
    }
    let policy = deployment.policies.policies(of: place.templateSet)?.mutating
    let governed: (policy: String, without: JudgedPod)? = policy.map { policy in
      (policy: policy.name, without: judged(task, Judgment(deployment: deployment.withoutPolicies)))
    }
    let asksForSecret = task.secret != nil || deployment.behaviors.webhook == nil
    return Explanation(
      deployment: deployment, namespace: namespace, isNamed: own != nil,
      nearest: own == nil ? NearestName.of(namespace, among: known) : nil, template: template,
      pod: judged(task, judgment), governed: governed,
      secretPod: asksForSecret ? nil : judged(.secret, judgment))
  }

  private static func cluster(of namespace: String, in plan: Plan) throws(Failure) -> Deployment {
    let having = plan.deployments.filter { deployment in
      deployment.namespaces.contains { $0.name == namespace }
    }
    if having.count > 1 { throw .severalClusters(having.map(\.name)) }
    if let only = having.first { return only }
    // A namespace that does not exist yet is served by Flyte's own.
    if plan.deployments.count == 1 { return plan.deployments[0] }
    throw .unknownNamespace(known: plan.deployments.flatMap { $0.namespaces.map(\.name) })
  }
}
