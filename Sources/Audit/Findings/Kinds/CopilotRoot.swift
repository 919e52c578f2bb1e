extension FindingRule {
  static let copilotRoot = FindingRule(
    kind: .copilotRoot,
    meaning:
      "A co-pilot container has `runAsNonRoot: true` but no `runAsUser`. The image of co-pilot runs as root in every release, so the kubelet does not start it: `CreateContainerConfigError`, and the task fails.",
    fix: "Set `runAsUser` to an id other than 0 for the pod, or for `default-init`."
  ) { context in
    guard !context.assignsUsers else { return [] }
    return context.pods.flatMap { line, pod in
      pod.copilot.filter { $0.hasOnlyImagesUser(pod) }.map { container in
        Finding(
          scope: line.scope,
          words:
            "'runAsNonRoot' without 'runAsUser': co-pilot's image runs as root, so the kubelet does not start it",
          fix: "set 'runAsUser' to an id other than 0 for the pod", container: container.role,
          place: line.place(["securityContext", "runAsNonRoot"], of: container))
      }
    }
  }
}
