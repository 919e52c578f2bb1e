import Deployments
import Diagnostics
import Flyte
import Values

/// The volume and the mount that a task with `shared_memory` gets after the merge (v1.15.0): where a
/// template has one of them for the task's own container, every such task fails.
struct SharedMemoryPlaces {
  let behaviors: Behaviors

  /// The mount path in both SDKs.
  private static let path = "/dev/shm"
  /// The names of its volume in flytekit and in flyte-sdk.
  private static let names = ["flyte-shared-memory", "flyte-shm"]

  /// The parts of a template that clash with them.
  func clashes(with template: PodTemplate) -> [TemplateFinding] {
    guard behaviors.mountsSharedMemory, !behaviors.ignoresTemplates else { return [] }
    // `default` and `primary` are laid under the task's own container.
    let laid = (template.spec["containers"]?.items ?? []).filter {
      ["default", "primary"].contains($0["name"]?.string)
    }
    let mounts = laid.flatMap { $0["volumeMounts"]?.items ?? [] }
    let volumes = template.spec["volumes"]?.items ?? []
    return mounts.compactMap { $0["mountPath"] }.filter { $0.string == Self.path }.map {
      finding("'\(Self.path)' is already mounted", "mountPath", $0.origin)
    }
      + volumes.compactMap { $0["name"] }.filter { Self.names.contains($0.string ?? "") }.map {
        finding("a volume is already named '\($0.string ?? "")'", "name", $0.origin)
      }
  }

  private func finding(_ subject: String, _ field: String, _ origin: Origin) -> TemplateFinding {
    TemplateFinding(
      severity: .warning, id: .sharedMemoryClash,
      subject: "tasks with 'shared_memory' fail", field: field,
      reason: "Flyte adds a volume for them at '\(Self.path)', but \(subject)", origin: origin,
      hint: "remove it; a task that needs more shared memory can set 'shared_memory'")
  }
}
