import Deployments
import Flyte
import PodAPI
import Values

/// The secret webhook's changes to the pod of a standard task, before the pod is judged.
struct SecretAdmission {
  /// The outcome of a pod.
  enum Answer {
    /// The pod as the API server then has it; `missing` is why it lacks its secret.
    case pod(BuiltPod, missing: String?)
    /// It is refused, with these words.
    case refused(String)
  }

  private let behaviors: Behaviors
  private let section: PlainValue
  /// The webhook as the cluster has it; nil: the release has none.
  private let webhook: SecretWebhook?
  /// True if the cluster uses the global manager.
  private let isGlobal: Bool
  private let labels: [String]

  init(deployment: Deployment, behaviors: Behaviors) {
    self.behaviors = behaviors
    section = deployment.effectiveWebhook
    labels =
      ["project", "domain"]
      + (behaviors.webhook?.labelsOrganization == true ? ["organization"] : [])
    isGlobal = deployment.secretManagers.contains(.global)
    webhook = SecretWebhook(
      behaviors: behaviors, section: section, world: Self.world(isGlobal: isGlobal))
  }

  /// A world in which the secret exists, wherever the manager looks for it. The global manager is asked
  /// before every other, and finds only what it was given.
  private static func world(isGlobal: Bool) -> SecretWebhook.World {
    let secrets = StandardTask.allCases.compactMap(\.secret)
    let variables = secrets.map {
      (key: "FLYTE_SECRET_\($0.group.uppercased())_\($0.key.uppercased())", value: value)
    }
    let scope = "u__org__organization__domain__domain__project__project__key__"
    return SecretWebhook.World(
      environment: isGlobal ? PodMap(variables) : PodMap(),
      store: secrets.map { (name: scope + $0.key, value: Array((value.string ?? "").utf8)) })
  }

  /// The webhook that a task meets: the cluster's, or one of the manager that the task is about.
  private func webhook(for task: JudgedTask) -> SecretWebhook? {
    guard let manager = task.manager, let known = behaviors.webhook else { return webhook }
    let name = PlainValue.string(manager.typeName)
    let own = PlainValue.Entry(
      known.takesSeveralManagers ? "secretManagerTypes" : "secretManagerType",
      known.takesSeveralManagers ? .list([name]) : name)
    return SecretWebhook(
      behaviors: behaviors,
      section: .mapping(section.entries.filter { $0.key != own.key } + [own]),
      world: Self.world(isGlobal: manager == .global))
  }

  /// A text in place of the secret's value.
  private static let value = PodValue.string("THE-SECRET")

  /// - Parameter pod: as the API server keeps it.
  func answer(to pod: BuiltPod, for task: JudgedTask) -> Answer {
    guard let secret = task.secret else { return .pod(pod, missing: nil) }
    guard let webhook = webhook(for: task) else {
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
    case .notStarted?:
      let reason =
        task.manager.map { "this release has no secret manager '\($0.rawValue)'" }
        ?? "the webhook does not start with these settings"
      return .refused(reason)
    case .unchanged?, nil: return .pod(pod, missing: nil)
    }
  }
}
