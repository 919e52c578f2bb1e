import Deployments
import Flyte
import PodAPI

extension FindingRule {
  static let copilotIDs = FindingRule(
    kind: .copilotIDs,
    meaning:
      "Co-pilot's containers run as another user than the task, and they have no group in common. What the task writes for its own user alone (mode 0600) cannot be uploaded, and the task cannot change its inputs.",
    fix: "Set the same `runAsUser` for all containers, or an `fsGroup` for the pod."
  ) { context in
    context.pods.flatMap { line, pod -> [Finding] in
      guard pod.isLinux, let task = pod.primary, let user = task.security("runAsUser")?.integer,
        pod.spec.value(at: ["securityContext", "fsGroup"]) == nil
      else { return [] }
      return pod.copilot.compactMap { container in
        guard let other = container.security("runAsUser")?.integer, other != user, other != 0,
          user != 0, !haveCommonGroup(task, container)
        else { return nil }
        return Finding(
          scope: line.scope,
          words:
            "it runs as user \(other) and the task as user \(user), without a common group: it cannot read files that the task writes for its own user alone",
          fix: "set the same 'runAsUser' for all containers, or 'fsGroup' for the pod",
          container: container.role,
          place: line.place(["securityContext", "runAsUser"], of: container))
      }
    }
  }

  private static func haveCommonGroup(
    _ left: FoundPod.Container, _ right: FoundPod.Container
  ) -> Bool {
    guard let group = left.security("runAsGroup")?.integer else { return false }
    return right.security("runAsGroup")?.integer == group
  }
}
