import Diagnostics
import Flyte
import Model
import PodAPI
import Values

/// Looks for containers of a profile's own that Flyte does not let run.
struct OwnContainerSearch {
  let profile: Profile
  let pods: MadePods
  let probe: PodProbe

  var findings: [ReachFinding] {
    let own = OwnContainers(of: profile).entries
    guard !own.isEmpty else { return [] }
    let copilot = pods.copilotNames
    let running = RunningNames(pods)
    lazy var patches = patches
    return own.compactMap { entry in
      if copilot.contains(entry.name) { return ofCopilots(entry) }
      return running.contain(entry)
        ? nil : finding(entry, carriedBy: patches.first { $0.running.contain(entry) }?.patch)
    }
  }

  /// The names that run with each patch that this Flyte does not have.
  private var patches: [(running: RunningNames, patch: ModeledPatch)] {
    ModeledPatch.allCases.compactMap { patch in
      let patched = probe.behaviors.applying(patch)
      guard patched != probe.behaviors else { return nil }
      let probe = PodProbe(cluster: probe.cluster, behaviors: patched)
      return (RunningNames(probe.pods(of: profile)), patch)
    }
  }

  private func ofCopilots(_ entry: OwnContainers.Entry) -> ReachFinding {
    ReachFinding(
      severity: .error, id: .podRefused,
      message:
        "co-pilot adds the container '\(entry.name)', and a pod cannot have two of that name",
      origin: (entry.own["name"] ?? entry.own).origin,
      hint: "rename it; settings for co-pilot's containers go into 'copilot'")
  }

  private func finding(
    _ entry: OwnContainers.Entry, carriedBy patch: ModeledPatch?
  ) -> ReachFinding {
    let policy = "add it to the pods with an admission policy"
    let isInit = entry.list == .initContainers
    return ReachFinding(
      message:
        "the \(isInit ? "init container" : "container") '\(entry.name)' does not run: Flyte drops additional \(isInit ? "init containers" : "containers") of a template"
        + (isInit || probe.behaviors.containerMerge == .byRole
          ? "" : ", and applies their fields to a container of the same name in a pod task"),
      origin: (entry.own["name"] ?? entry.own).origin,
      hint: patch.map { "deploy the patch '\($0.rawValue)', or \(policy)" } ?? policy)
  }
}

/// The names of the containers that every pod has.
private struct RunningNames {
  /// Nil where there are no pods.
  private let names: [OwnContainers.List: TextSet]?

  init(_ pods: MadePods) {
    let pods = pods.pods
    guard let first = pods.first else {
      names = nil
      return
    }
    var names: [OwnContainers.List: TextSet] = [:]
    for list in OwnContainers.List.allCases {
      names[list] = pods.dropFirst().reduce(Self.names(list, in: first)) {
        $0.intersection(Self.names(list, in: $1))
      }
    }
    self.names = names
  }

  private static func names(_ list: OwnContainers.List, in pod: PodObject) -> TextSet {
    let items = pod.value(at: [list.rawValue])?.items ?? []
    return TextSet(items.compactMap { $0.object?[.name]?.string })
  }

  func contain(_ entry: OwnContainers.Entry) -> Bool {
    names?[entry.list]?.contains(entry.name) ?? (names == nil)
  }
}
