import Admission
import Deployments
import Flyte
import PodAPI
import Values

/// The effect of a deployment's admission policies on Flyte's pods, in the API server's order: those that
/// change pods run before Pod Security, those that hold them to a profile after it has been asked too.
struct PolicyAdmission: Sendable {
  private let bySet: [Int: ProfilePolicies]
  /// The label by which policies know the release's pods. The pods here lack it: the plugin manager adds
  /// it later, and nothing of a task can remove it.
  private let label: String?

  init(_ deployment: Deployment) {
    var bySet: [Int: ProfilePolicies] = [:]
    for policies in deployment.policies.profiles {
      var own = policies
      // Whether a task's own image is allowed is not known.
      own.validating = policies.validating?.allowing(imagesFrom: ByteText(StandardTask.registry))
      for set in own.templateSets { bySet[set] = own }
    }
    self.bySet = bySet
    label = deployment.release.podLabels.first
  }

  /// The policies of a set's namespaces.
  func policies(of set: Int?) -> ProfilePolicies? { set.flatMap { bySet[$0] } }

  /// A pod as the policies leave it.
  /// - Parameter isLabeled: true for a pod of an operator, which has its own labels already.
  func mutated(
    _ pod: BuiltPod, by policies: ProfilePolicies?, isLabeled: Bool = false
  ) -> BuiltPod {
    guard let policy = policies?.mutating, let changed = policy.mutated(whole(pod, isLabeled))
    else {
      return pod
    }
    return BuiltPod(
      metadata: pod.metadata, spec: changed[.spec]?.object ?? pod.spec,
      primaryContainer: pod.primaryContainer)
  }

  /// Why the policies refuse a pod; nil: they do not. One that only warns refuses nothing.
  func refusal(
    of pod: BuiltPod, by policies: ProfilePolicies?, isLabeled: Bool = false
  ) -> String? {
    guard let policy = policies?.validating, policy.action == .deny else { return nil }
    let messages = policy.messages(on: whole(pod, isLabeled))
    guard !messages.isEmpty else { return nil }
    return "policy '\(policy.name)': \(messages.joined(separator: "; "))"
  }

  private func whole(_ pod: BuiltPod, _ isLabeled: Bool) -> PodObject {
    var metadata = pod.metadata
    if let label, !isLabeled {
      var labels = metadata[.labels]?.map ?? PodMap()
      labels[label] = .string("x")
      metadata[.labels] = .map(labels)
    }
    return PodObject([.init(.metadata, .object(metadata)), .init(.spec, .object(pod.spec))])
  }
}
