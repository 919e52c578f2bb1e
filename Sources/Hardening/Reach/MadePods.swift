import Flyte
import Judgment
import PodAPI

/// The pods that Flyte makes of a template, one for each standard shape of task, taken apart.
struct MadePods {
  /// A pod, its metadata, or one of its containers.
  struct Part: Hashable {
    enum Kind: Hashable {
      case pod
      case metadata
      case container(ContainerRole)
      /// A container of the profile's own.
      case own
    }

    let task: JudgedTask
    let kind: Kind
    /// The container's name; empty for the pod.
    let name: String

    /// The part that a container's role plays; nil for the pod.
    var role: ContainerRole? {
      if case .container(let role) = kind { return role }
      return nil
    }
  }

  /// The parts, in the order of the tasks and of their containers.
  let parts: [(part: Part, object: PodObject)]
  private let objects: [Part: PodObject]

  /// - Parameters:
  ///   - copilot: what the names of co-pilot's containers begin with.
  ///   - own: the names of the containers of the profile's own.
  init(_ pods: [JudgedPod], copilot: String, own: TextSet) {
    var parts: [(part: Part, object: PodObject)] = []
    for judged in pods {
      guard let pod = judged.pod else { continue }
      func add(_ kind: Part.Kind, _ name: String, _ object: PodObject) {
        parts.append((Part(task: judged.task, kind: kind, name: name), object))
      }
      add(.pod, "", pod.spec)
      add(.metadata, "", pod.metadata)
      for list in [FieldName.initContainers, .containers] {
        for container in (pod.spec[list]?.items ?? []).compactMap(\.object) {
          let name = container[.name]?.string ?? ""
          let isCopilot =
            judged.task.usesCopilot && name != pod.primaryContainer && !copilot.isEmpty
            && name.hasPrefix(copilot)
          let isInit = list == .initContainers
          if name == pod.primaryContainer, !isInit {
            add(.container(.primary), name, container)
          } else if isCopilot {
            add(.container(isInit ? .copilotInitContainer : .copilotContainer), name, container)
          } else if own.contains(name), isInit || !judged.task.isPodTask {
            add(.own, name, container)
          } else {
            add(.container(isInit ? .initContainer : .helper), name, container)
          }
        }
      }
    }
    self.parts = parts
    objects = Dictionary(parts.map { ($0.part, $0.object) }) { first, _ in first }
  }

  /// The pods.
  var pods: [PodObject] { parts.filter { $0.part.kind == .pod }.map(\.object) }

  /// The names of containers that co-pilot adds.
  var copilotNames: TextSet {
    TextSet(
      parts.filter { $0.part.role?.isCopilot == true }.map(\.part.name))
  }

  /// The object of a part; nil if no pod has it.
  subscript(part: Part) -> PodObject? { objects[part] }
}

extension PodObject {
  /// The value at a path of fields and of keys of maps.
  func value(at path: some Collection<String>) -> PodValue? {
    guard let first = path.first, let found = FieldName(first).flatMap({ self[$0] }) else {
      return nil
    }
    let rest = path.dropFirst()
    guard let key = rest.first else { return found }
    switch found {
    case .object(let object): return object.value(at: rest)
    case .map(let map): return rest.count == 1 ? map[key] : nil
    default: return nil
    }
  }
}
