import Diagnostics
import Flyte
import Judgment

/// Parts of pods in words.
struct PartWords {
  typealias Part = MadePods.Part

  /// The parts that are meant.
  let parts: [Part]
  /// All of which those are some.
  let all: [Part]

  var text: String {
    if parts.contains(where: { $0.role != nil }) { return containers.listed }
    let tasks = Set(parts.map(\.task))
    if tasks == Set(all.map(\.task)) { return "any pod" }
    if tasks.allSatisfy({ $0.data?.outputs == true }) {
      return "pods whose outputs co-pilot uploads"
    }
    if tasks.allSatisfy(\.usesCopilot) { return "pods of tasks that co-pilot serves" }
    return tasks.contains(where: \.isPodTask) ? "some pods" : "pods of container tasks"
  }

  private var containers: [String] {
    let roles = Set(parts.compactMap(\.role))
    var words: [String] = []
    if roles.contains(.primary) { words.append(primary) }
    if roles.contains(.helper) { words.append("a pod task's other containers") }
    let areInit = roles.isSuperset(of: [.initContainer, .copilotInitContainer])
    if areInit {
      words.append("init containers")
    } else if roles.contains(.initContainer) {
      words.append("a pod task's init containers")
    }
    return words + copilot(areInitSaid: areInit)
  }

  private var primary: String {
    func tasks(_ parts: [Part]) -> Set<JudgedTask> {
      Set(parts.filter { $0.role == .primary }.map(\.task))
    }
    let (missed, every) = (tasks(parts), tasks(all))
    if missed == every { return "the task's own container" }
    if missed == every.filter({ !$0.isPodTask }) { return "the container of a container task" }
    if missed == [.standard(.podPrimary)] { return "a pod task's container named 'primary'" }
    return missed.allSatisfy(\.usesCopilot)
      ? "the task's own container in tasks that co-pilot serves"
      : "the task's own container in some tasks"
  }

  private func copilot(areInitSaid: Bool) -> [String] {
    func names(_ parts: [Part]) -> TextSet {
      TextSet(
        parts.filter {
          $0.role == .copilotContainer || $0.role == .copilotInitContainer && !areInitSaid
        }.map(\.name))
    }
    let missed = names(parts)
    if missed.isEmpty { return [] }
    if missed.count > 1 || missed == names(all) && !areInitSaid { return ["co-pilot's containers"] }
    return missed.map {
      $0.hasSuffix("downloader") ? "co-pilot's downloader" : "co-pilot's uploader"
    }
  }
}
