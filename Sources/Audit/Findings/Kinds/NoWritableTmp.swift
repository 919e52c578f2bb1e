extension FindingRule {
  static let noWritableTmp = FindingRule(
    kind: .noWritableTmp,
    meaning:
      "The root file system of the task's container is read-only, and no writable volume is mounted at `/tmp`. Flyte's SDKs and many libraries write there.",
    fix: "Mount an `emptyDir` at `/tmp`, and wherever else tasks write."
  ) { context in
    context.pods.compactMap { line, pod in
      guard pod.isUsual, let container = pod.primary, container.hasReadOnlyRoot,
        !container.canWrite(to: "/tmp")
      else { return nil }
      return Finding(
        scope: line.scope,
        words: "the root of the task's container is read-only, and nothing is mounted at /tmp",
        fix: "mount an emptyDir at /tmp, and wherever else tasks write",
        place: line.place(["securityContext", "readOnlyRootFilesystem"], of: container))
    }
  }
}
