import Deployments
import Flyte
import PodAPI

/// The secret webhook's changes to the pod of a standard task, before the pod is judged.
struct SecretAdmission {
  /// The outcome of a pod.
  enum Answer {
    /// The pod as the API server then has it; `missing` is why it lacks its secret.
    case pod(BuiltPod, missing: String?)
    /// It is refused, with these words.
    case refused(String)
  }

  private let webhook: SecretWebhook?
  private let labels: [String]

  init(deployment: Deployment, behaviors: Behaviors) {
    // The secret exists, wherever the manager looks for it.
    let labels =
      ["project", "domain"]
      + (behaviors.webhook?.labelsOrganization == true ? ["organization"] : [])
    let secrets = StandardTask.allCases.compactMap(\.secret)
    // The global manager is asked before every other, and finds only what it was given.
    let isGlobal = deployment.secretManagers.contains(.global)
    let variables = secrets.map {
      ("FLYTE_SECRET_\($0.group.uppercased())_\($0.key.uppercased())", Self.value)
    }
    let scope = "u__org__organization__domain__domain__project__project__key__"
    webhook = SecretWebhook(
      behaviors: behaviors, section: deployment.effectiveWebhook,
      world: SecretWebhook.World(
        environment: isGlobal ? PodMap(variables.map { (key: $0.0, value: $0.1) }) : PodMap(),
        store: secrets.map { (name: scope + $0.key, value: Array((Self.value.string ?? "").utf8)) })
    )
    self.labels = labels
  }

  /// A text in place of the secret's value.
  private static let value = PodValue.string("THE-SECRET")

  /// - Parameter pod: as the API server keeps it.
  func answer(to pod: BuiltPod, for task: StandardTask) -> Answer {
    guard let secret = task.secret else { return .pod(pod, missing: nil) }
    guard let webhook else {
      return .pod(pod, missing: "this release has no secret webhook")
    }
    var metadata = pod.metadata
    var all = metadata[.labels]?.map ?? PodMap()
    for name in labels { all[name] = .string(name) }
    metadata[.labels] = .map(all)
    // Of one secret there is one answer.
    switch webhook.answers(metadata: metadata, spec: pod.spec, secrets: [secret]).first {
    case .changed(var metadata, let spec)?:
      // Of what Flyte itself adds to the metadata nothing is shown.
      metadata[.labels] = pod.metadata[.labels]
      return .pod(
        BuiltPod(
          metadata: metadata, spec: PodDefaults.pod(spec),
          primaryContainer: pod.primaryContainer), missing: nil)
    case .letInWithout(let message)?: return .pod(pod, missing: message)
    case .refused(let message)?: return .refused(message)
    case .notStarted?: return .refused("the webhook does not start with these settings")
    case .unchanged?, nil: return .pod(pod, missing: nil)
    }
  }
}
