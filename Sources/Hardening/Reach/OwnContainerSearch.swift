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
    OwnContainers(of: profile).entries.compactMap { entry in
      if pods.copilotNames.contains(entry.name) {
        return ofCopilots(entry)
      }
      return Self.runs(entry, in: pods) ? nil : finding(entry)
    }
  }

  /// Whether every pod has it.
  private static func runs(_ entry: OwnContainers.Entry, in pods: MadePods) -> Bool {
    pods.pods.allSatisfy { pod in
      pod.value(at: [entry.list.rawValue])?.items.contains {
        $0.object?[.name]?.string == entry.name
      } == true
    }
  }

  private func ofCopilots(_ entry: OwnContainers.Entry) -> ReachFinding {
    ReachFinding(
      severity: .error, id: .podRefused,
      message: "'\(entry.name)' is a container that co-pilot adds, and a pod cannot have two",
      origin: (entry.own["name"] ?? entry.own).origin,
      hint: "rename it; what co-pilot's containers are to have stands in 'copilot'")
  }

  private func finding(_ entry: OwnContainers.Entry) -> ReachFinding {
    let policy = "have an admission policy add it to the pods"
    let isInit = entry.list == .initContainers
    let patch = ModeledPatch.allCases.first { patch in
      let patched = probe.behaviors.applying(patch)
      return patched != probe.behaviors
        && Self.runs(
          entry, in: PodProbe(cluster: probe.cluster, behaviors: patched).pods(of: profile))
    }
    return ReachFinding(
      message:
        "the \(isInit ? "init container" : "container") '\(entry.name)' does not run: Flyte drops \(isInit ? "init containers" : "containers") of a template's own"
        + (isInit || probe.behaviors.containerMerge == .byRole
          ? "" : ", and gives what they say to a container of the same name in a pod task"),
      origin: (entry.own["name"] ?? entry.own).origin,
      hint: patch.map { "deploy the patch '\($0.rawValue)', or \(policy)" } ?? policy)
  }
}
