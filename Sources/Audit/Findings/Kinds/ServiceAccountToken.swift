import Deployments
import Flyte
import PodAPI
import Values

extension FindingRule {
  static let serviceAccountToken = FindingRule(
    kind: .serviceAccountToken,
    meaning:
      "`automountServiceAccountToken` is not `false`, so every container of a task can use the token of its service account, unless the service account itself turns that off.",
    fix:
      "Set `automountServiceAccountToken: false` for the pod, if tasks do not need the Kubernetes API or a cloud identity that uses the token."
  ) { context in
    context.pods.compactMap { line, pod in
      let value = pod.spec.value(at: ["automountServiceAccountToken"])
      guard value != .bool(false) else { return nil }
      return Finding(
        scope: line.scope,
        words: value == nil
          ? "pods get a token of their service account: 'automountServiceAccountToken' is not set"
          : "pods get a token of their service account: 'automountServiceAccountToken' is true",
        fix:
          "set 'automountServiceAccountToken: false' for the pod, if tasks need neither the Kubernetes API nor a cloud identity of their service account",
        place: line.place(["automountServiceAccountToken"]))
    }
  }
}
