import APIServer
import Admission
import Deployments
import Flyte
import Judges
import PodAPI
import PodSecurity

/// The way of a pod from Flyte to the verdict, in the API server's order.
extension Judgment {
  /// A task's pod up to the API server's judges.
  func send(
    _ task: JudgedTask, _ read: DecodedTask, store: TemplateStore
  ) -> PodCache.SentPod {
    switch model.pod(for: read, in: Self.namespace, store: store) {
    case .failure(let error): return .notBuilt(error)
    case .success(let built):
      let sent = complete(built, of: read)
      switch secrets.answer(to: sent, for: task) {
      case .refused(let message): return .refusedByWebhook(sent, message)
      case .pod(let changed, let missing): return .pod(changed, missing: missing)
      }
    }
  }

  /// The fate of a task's pod that was sent.
  func receive(_ sent: PodCache.SentPod, claim: Claim?, _ own: Governing) -> PodFate {
    switch sent {
    case .notBuilt(let error): .settled(.notBuilt(error))
    case .refusedByWebhook(let pod, let message): .settled(.refusedByWebhook(pod, message))
    case .pod(let pod, let missing): admit(pod, claim: claim, own, missing: missing)
    }
  }

  /// The pod as the webhooks of policies get it; nil: none does, since no SCC lets it in. OpenShift asks its
  /// SCCs before webhooks, and again afterwards (`NewOrderedKubeAdmissionPlugins`); policies of the API
  /// server itself come before them.
  func beforeWebhooks(
    _ sent: BuiltPod, _ claim: Claim?, _ own: Governing, isLabeled: Bool
  ) -> BuiltPod? {
    guard own.rules.constraints != nil, own.policies?.mutating != nil,
      deployment.policies.engine == .kyverno
    else { return sent }
    return own.admission(claim, isLabeled: isLabeled).stages(of: sent).constrained
  }

  /// The fate of a pod that reaches the API server, whoever makes it.
  /// - Parameters:
  ///   - missing: the reason why it lacks the task's secret; nil: it lacks none.
  ///   - isLabeled: true if it has the labels of a running pod, by which policies know Flyte's; else it
  ///     counts as one of Flyte's.
  func admit(
    _ sent: BuiltPod, claim: Claim?, _ own: Governing, missing: String? = nil,
    isLabeled: Bool = false
  ) -> PodFate {
    let before = beforeWebhooks(sent, claim, own, isLabeled: isLabeled)
    guard let before else {
      return .open(own.admission(claim, isLabeled: isLabeled).fate(of: sent, missing: missing))
    }
    let governed = policies.mutated(before, by: own.policies, isLabeled: isLabeled)
    guard own.rules.isEmpty else {
      return .open(
        own.admission(claim, isLabeled: isLabeled).fate(of: governed, missing: missing))
    }
    let (pod, refusals) = keep(governed)
    guard refusals.isEmpty else { return .settled(.refused(pod, refusals)) }
    let verdict = verdict(on: pod, claim)
    // Pod Security's words come first where both refuse.
    if verdict.isAllowed,
      let message = policies.refusal(of: pod, by: own.policies, isLabeled: isLabeled)
    {
      return .settled(.refusedByPolicy(pod, message))
    }
    return .settled(.judged(pod, verdict, missing: missing))
  }

  /// The pod without what the cluster's Kubernetes does not know, and with what it fills in before
  /// anybody else sees it.
  func complete(_ built: BuiltPod, of task: DecodedTask) -> BuiltPod {
    completed(
      model.sent(built.spec, of: task), metadata: model.sent(metadata: built.metadata),
      primaryContainer: built.primaryContainer)
  }

  /// The same for a pod of an operator, which does not know more than its Kubernetes either.
  func completed(
    _ sent: PodObject, metadata: PodObject, primaryContainer: String
  ) -> BuiltPod {
    let known =
      deployment.kubernetesMinor >= model.behaviors.apiMinor
      ? sent : sent.known(to: deployment.kubernetesMinor, as: "PodSpec")
    var spec = PodDefaults.pod(known)
    // The service account that admission gives a pod that names none. The token that it mounts is not
    // modeled: the API server's own projected volume is none of those that are judged.
    if spec[.serviceAccountName] == nil {
      spec[.serviceAccountName] = .string("default")
      spec[.serviceAccount] = .string("default")
    }
    return BuiltPod(metadata: metadata, spec: spec, primaryContainer: primaryContainer)
  }

  /// The pod as the API server keeps it, with what it refuses.
  func keep(_ sent: BuiltPod) -> (pod: BuiltPod, refusals: [Refusal]) {
    let kept = server.prepare(podMetadata: sent.metadata, spec: sent.spec)
    let pod = BuiltPod(
      metadata: kept.metadata, spec: kept.spec, primaryContainer: sent.primaryContainer)
    return (pod, kept.refusals)
  }

  /// Pod Security's verdict.
  func verdict(on pod: BuiltPod, _ claim: Claim?) -> Verdict {
    let level = claim.flatMap { PodSecurityLevel(named: $0.level) } ?? .privileged
    return PodSecurity.evaluate(
      spec: pod.spec, annotations: pod.metadata[.annotations]?.map, level: level,
      version: claim?.minor.map { .minor($0) } ?? .latest, server: deployment.kubernetesMinor)
  }
}
