import Flyte
import Judgment
import PodAPI
import PodSecurity
import Values

/// A pod that Flyte makes, taken apart for rules.
struct FoundPod {
  let judged: JudgedPod
  let spec: PodObject
  let metadata: PodObject
  /// Init containers first.
  let containers: [Container]

  /// Nil where Flyte makes no pod.
  init?(_ judged: JudgedPod, copilotPrefix: String) {
    guard let pod = judged.pod else { return nil }
    self.judged = judged
    spec = pod.spec
    metadata = pod.metadata
    containers = [FieldName.initContainers, .containers].flatMap { list in
      (pod.spec[list]?.items ?? []).compactMap(\.object).map { object in
        let name = object[.name]?.string ?? ""
        let isPrimary = list == .containers && name == pod.primaryContainer
        return Container(
          name: name, isInit: list == .initContainers, isPrimary: isPrimary,
          isCopilot: judged.task.usesCopilot && !isPrimary && !copilotPrefix.isEmpty
            && name.hasPrefix(copilotPrefix),
          object: object, pod: pod.spec)
      }
    }
  }

  /// The container that is the task.
  var primary: Container? { containers.first(where: \.isPrimary) }

  /// The containers that co-pilot adds.
  var copilot: [Container] { containers.filter(\.isCopilot) }

  /// True if it is a usual task: a container task that moves its own data, as most of flytekit's.
  var isUsual: Bool { judged.task == .standard(.container) }

  /// True if its author writes a pod.
  var isPodTask: Bool { judged.task.isPodTask }

  /// True if its user ids are those of Linux.
  var isLinux: Bool { spec.value(at: ["os", "name"])?.string != "windows" }

  /// True if Pod Security refuses it because of a field, so that the refusal covers the field.
  func isRefused(for field: String, of container: String?) -> Bool {
    guard case .judged(let verdict, let decisions) = judged.outcome, !verdict.isAllowed else {
      return false
    }
    return decisions.contains {
      ($0.field == field || $0.field.hasPrefix(field + ".")) && $0.container == container
    }
  }
}

extension FoundPod {
  /// A container of a pod.
  struct Container {
    let name: String
    let isInit: Bool
    /// True if it is the task's container.
    let isPrimary: Bool
    /// True if co-pilot adds it.
    let isCopilot: Bool
    let object: PodObject
    let pod: PodObject

    /// Its role, whatever the task's name is.
    var role: String {
      if isPrimary { return "the task's container" }
      if isCopilot { return "co-pilot's container '\(name)'" }
      return isInit ? "the init container '\(name)'" : "the container '\(name)'"
    }

    /// A field of its security context, or else of its pod's.
    func security(_ path: String...) -> PodValue? {
      let full = ["securityContext"] + path
      return object.value(at: full) ?? pod.value(at: full)
    }
  }
}
