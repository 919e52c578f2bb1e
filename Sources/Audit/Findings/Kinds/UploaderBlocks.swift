import Deployments
import Flyte
import PodAPI

extension FindingRule {
  static let uploaderBlocks = FindingRule(
    kind: .uploaderBlocks,
    meaning:
      "From v1.16.0 on co-pilot's uploader is an init container that keeps running while the task runs. Kubernetes keeps such containers running from 1.29 on, in 1.28 behind the feature gate `SidecarContainers`. Before that the pod waits for the uploader, and the uploader for the task.",
    fix: "Move to Kubernetes 1.29 or later, or stay with Flyte v1.15.3."
  ) { context in
    context.pods.flatMap { _, pod in
      pod.copilot.filter {
        $0.isInit && $0.name.hasSuffix("uploader") && $0.object[.restartPolicy] == nil
      }.map { container in
        let minor = context.deployment.kubernetesMinor
        let stay = context.deployment.release.line == .v1 ? ", or stay with Flyte v1.15.3" : ""
        return Finding(
          words:
            "tasks whose outputs it uploads never start: Kubernetes 1.\(minor) does not keep init containers running\(minor == 28 ? " without the feature gate 'SidecarContainers'" : "")",
          fix: "move to Kubernetes 1.29 or later\(stay)", container: container.role)
      }
    }
  }
}
