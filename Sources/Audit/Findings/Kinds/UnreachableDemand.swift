import Deployments
import Flyte
import PodAPI

extension FindingRule {
  static let unreachableDemand = FindingRule(
    kind: .unreachableDemand,
    meaning:
      "A policy may demand a value that no PodTemplate of this release can set: Flyte sets `imagePullPolicy: IfNotPresent` of co-pilot's containers itself, and before v1.14.0 no PodTemplate reaches init containers.",
    fix:
      "Exempt these containers from the policy, move to a release that reads the value from the PodTemplate, or change the pods with a mutating policy."
  ) { context in
    let pods = context.pods
    let version = context.version
    let pulled = pods.flatMap(\.pod.copilot).filter {
      $0.object[.imagePullPolicy]?.string == "IfNotPresent"
    }.map { container in
      Finding(
        words:
          "no PodTemplate can change 'imagePullPolicy: IfNotPresent', so a policy that demands 'Always' refuses every pod with it",
        fix: "exempt the container from such a policy", container: container.role)
    }
    guard !context.behaviors.mergesInitTemplates, !context.behaviors.ignoresTemplates else {
      return pulled
    }
    return pulled
      + pods.flatMap(\.pod.copilot).filter {
        $0.isInit && $0.object.value(at: ["securityContext", "readOnlyRootFilesystem"]) == nil
      }.map { container in
        Finding(
          words:
            "no PodTemplate can set 'readOnlyRootFilesystem' (\(version) applies none to init containers), so a policy that demands it refuses every pod with it",
          fix: "exempt the container from such a policy, or move to Flyte v1.14.0 or later",
          container: container.role)
      }
  }
}
