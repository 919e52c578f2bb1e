public import PodAPI
public import Values

/// Flyte's secret webhook: what it makes of a pod whose task asks for secrets, before the pod is
/// judged.
public struct SecretWebhook: Sendable {
  /// The facts outside of the pod that decide its fate.
  public struct World: Sendable {
    /// The variables of the webhook's own process, which the global manager looks into.
    public let environment: PodMap
    /// The secrets that the embedded manager finds, by their encoded names.
    public let store: [(name: String, value: [UInt8])]
    /// The names of the image pull secrets in Flyte's namespace.
    public let pullSecrets: [String]

    /// Makes a world.
    public init(
      environment: PodMap = PodMap(), store: [(name: String, value: [UInt8])] = [],
      pullSecrets: [String] = []
    ) {
      self.environment = environment
      self.store = store
      self.pullSecrets = pullSecrets
    }
  }

  /// Its answer.
  public enum Answer: Sendable, Hashable {
    /// The pod as it is changed.
    case changed(metadata: PodObject, spec: PodObject)
    /// The pod is let in as it came, and has all it asked for.
    case unchanged
    /// The pod is let in as it came, and lacks its secrets.
    case letInWithout(String)
    /// The pod is refused.
    case refused(String)
    /// With these settings the program does not start.
    case notStarted
  }

  let behaviors: Behaviors
  let webhook: WebhookBehaviors
  let settings: WebhookSettings
  let world: World

  /// The webhook of a binary with its `webhook` section; nil where there is none.
  public init?(behaviors: Behaviors, section: PlainValue, world: World = World()) {
    guard let webhook = behaviors.webhook else { return nil }
    self.behaviors = behaviors
    self.webhook = webhook
    self.world = world
    settings = WebhookSettings(reading: section, behaviors: behaviors, webhook: webhook)
  }

  /// The managers that are asked, in order; nil where the program does not start.
  public var managers: [SecretManager]? { settings.managers }

  /// The distinct answers. Flyte takes the secrets out of a Go map, which it walks from any of them on:
  /// up to eight come in the order in which they are numbered, begun at any. Of more, whose order
  /// may be any, the same are tried.
  /// - Parameter secrets: those that the task asks for.
  public func answers(
    metadata: PodObject, spec: PodObject, secrets: [TaskSecret]
  ) -> [Answer] {
    var found: [Answer] = []
    for first in 0..<max(1, secrets.count) {
      let order = Array(secrets[first...] + secrets[..<first])
      let answer = self.answer(metadata, spec, order)
      if !found.contains(answer) { found.append(answer) }
    }
    return found
  }

  private func answer(
    _ metadata: PodObject, _ spec: PodObject, _ secrets: [TaskSecret]
  ) -> Answer {
    guard let managers = settings.managers else { return .notStarted }
    guard !secrets.isEmpty else { return .unchanged }
    var pod = WebhookPod(metadata: metadata, spec: spec, minor: behaviors.apiMinor, webhook)
    for secret in secrets {
      do throws(SecretFailure) {
        try inject(secret, managers, into: &pod)
      } catch {
        return answer(to: error, of: secret, managers)
      }
    }
    pod.addVaultAnnotations(settings)
    return .changed(metadata: pod.metadata, spec: pod.pod.object)
  }

  private func answer(
    to failure: SecretFailure, of secret: TaskSecret, _ managers: [SecretManager]
  ) -> Answer {
    switch failure {
    case .panic: return .refused("panic: the webhook's handler has no pod any more")
    case .message(let message) where !webhook.refusesFailures: return .letInWithout(message)
    case .message:
      let text = secret.text(webhook)
      let names = managers.map(\.typeName).joined(separator: " ")
      return .refused(
        "none of the secret managers injected secret [\(text)]: failed to inject secret [\(text)] using any of the enabled secret managers: [\(names)]. Possible reasons: the secret cannot be found or an internal error occurred"
      )
    }
  }

  /// Lets the managers try, one after the other.
  private func inject(
    _ secret: TaskSecret, _ managers: [SecretManager], into pod: inout WebhookPod
  ) throws(SecretFailure) {
    var last = SecretFailure.message("")
    for (index, manager) in managers.enumerated() {
      do throws(SecretFailure) {
        return try inject(secret, by: manager, into: &pod)
      } catch {
        // Of v1's global manager no pod comes back with this failure, and the next one panics.
        if error.losesPod, !webhook.refusesFailures, index + 1 < managers.count,
          managers[index + 1] != manager
        {
          throw .panic
        }
        last = error
      }
    }
    throw last
  }

  private func inject(
    _ secret: TaskSecret, by manager: SecretManager, into pod: inout WebhookPod
  ) throws(SecretFailure) {
    switch manager {
    case .global: try injectGlobal(secret, into: &pod)
    case .k8s: try injectKubernetes(secret, into: &pod)
    case .aws: try injectAWS(secret, into: &pod)
    case .gcp: try injectGCP(secret, into: &pod)
    case .azure: try injectAzure(secret, into: &pod)
    case .vault: try injectVault(secret, into: &pod)
    case .embedded: try injectEmbedded(secret, into: &pod)
    }
  }
}

/// The reason why a manager does not provide a secret.
enum SecretFailure: Error {
  case message(String)
  /// The program's handler panics.
  case panic

  /// True if v1's global manager gives no pod back.
  var losesPod: Bool {
    if case .message(let text) = self { return text.hasPrefix(Self.globalFile) }
    return false
  }

  static let globalFile = "global secrets can only be injected as environment variables"
}
