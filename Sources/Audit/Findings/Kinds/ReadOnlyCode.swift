import Deployments
import Flyte

extension FindingRule {
  static let readOnlyCode = FindingRule(
    kind: .readOnlyCode,
    meaning:
      "The root file system of the task's container is read-only, and no writable volume is mounted where the SDKs unpack the code of tasks that is not in the image: `/root` for flytekit, `/home/flyte` for flyte-sdk. It is also the home and the working directory of Flyte's own images.",
    fix:
      "Put the code into the image (`--copy none` for flytekit, `--copy-style none` for flyte-sdk), or mount a writable volume and name its path with `--destination-dir` (flytekit)."
  ) { context in
    let isV1 = context.deployment.release.line == .v1
    let folder = isV1 ? "/root" : "/home/flyte"
    let commands =
      isV1
      ? "'pyflyte run' and 'pyflyte register' unpack it to \(folder)"
      : "'flyte run' and 'flyte deploy' unpack it to the working directory, \(folder)"
    let ways =
      isV1
      ? "put the code into the image with '--copy none', or mount a writable volume and name its path with '--destination-dir'"
      : "put the code into the image with '--copy-style none'"
    return context.pods.compactMap { line, pod in
      guard pod.isUsual, pod.isLinux, let container = pod.primary, container.hasReadOnlyRoot,
        !container.canWrite(to: folder)
      else { return nil }
      return Finding(
        scope: line.scope,
        words:
          "tasks whose code is not in the image cannot start: \(commands), which is read-only",
        fix:
          "\(ways); a volume mounted at \(folder) makes it writable, but hides what the image has there",
        place: line.place(["securityContext", "readOnlyRootFilesystem"], of: container))
    }
  }
}
