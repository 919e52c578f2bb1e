import Deployments
import Flyte
import PodAPI

extension FindingRule {
  static let userByName = FindingRule(
    kind: .userByName,
    meaning:
      "A container has `runAsNonRoot: true` but no `runAsUser`. The kubelet then looks at the image, and does not start it if its `USER` is root, or a name instead of a number. Every image that flyte-sdk builds ends with `USER flyte`.",
    fix: "Set `runAsUser` for the pod to the id of the images' user."
  ) { context in
    guard !context.assignsUsers else { return [] }
    return context.pods.flatMap { line, pod in
      pod.containers.filter { !$0.isCopilot && $0.hasOnlyImagesUser(pod) }.map { container in
        Finding(
          scope: line.scope,
          words:
            "'runAsNonRoot' without 'runAsUser': the kubelet does not start images whose user is root or a name, such as those that flyte-sdk builds",
          fix: "set 'runAsUser' for the pod to the id of the images' user",
          container: container.role,
          place: line.place(["securityContext", "runAsNonRoot"], of: container))
      }
    }
  }
}

extension FoundPod.Container {
  /// True if it must not run as root, and only its image sets its user.
  func hasOnlyImagesUser(_ pod: FoundPod) -> Bool {
    pod.isLinux && security("runAsNonRoot") == .bool(true) && security("runAsUser") == nil
  }
}
