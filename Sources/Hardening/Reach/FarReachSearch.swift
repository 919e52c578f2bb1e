import Diagnostics
import Flyte
import Model
import Values

/// Looks for resources that more containers ask for than are meant to.
struct FarReachSearch {
  let profile: Profile
  let reach: Reach
  let probe: PodProbe

  var findings: [ReachFinding] { ofAll + ofPrimary }

  /// Devices that co-pilot's containers ask for, because all containers do.
  private var ofAll: [ReachFinding] {
    var found: [(name: String, outcomes: [Reach.Outcome])] = []
    for outcome in reach.outcomes
    where [.containers, .initContainers].contains(outcome.statement.section)
      && Self.isDevice(outcome.statement) && outcome.hits.contains(where: \.kind.isCopilot)
    {
      let name = outcome.statement.path[2]
      if let index = found.firstIndex(where: { $0.name == name }) {
        found[index].outcomes.append(outcome)
      } else {
        found.append((name, [outcome]))
      }
    }
    return found.map { name, outcomes in
      let statements = outcomes.map(\.statement)
      return ReachFinding(
        id: .reachesMore,
        message:
          "every container that \(UncarriedSearch.names(statements)) reaches requests its own '\(name)', including co-pilot's containers",
        origin: statements[0].value.origin, hint: hint(statements))
    }
  }

  private func hint(_ statements: [Statement]) -> String {
    guard statements.allSatisfy({ $0.section == .containers }) else {
      return "leave it to the tasks that need it"
    }
    let moved = statements.reduce(profile) { $0.moving($1, to: .primary) }
    let search = FarReachSearch(
      profile: moved, reach: Reach(of: moved, [.primary], by: probe), probe: probe)
    let primary = "set it in 'primary', for the task's own container alone"
    return search.ofPrimary.isEmpty
      ? primary
      : "leave it to the tasks that need it: \(probe.cluster.flyte.version.value) also gives the value in 'primary' to a pod task's other containers"
  }

  /// The values that Flyte takes from `primary` for other containers too (v1.16.0 to v1.16.8).
  private var ofPrimary: [ReachFinding] {
    let outcomes = reach.outcomes.filter {
      $0.statement.section == .primary && $0.statement.path.first == "resources"
    }
    guard !outcomes.isEmpty else { return [] }
    let without = probe.pods(of: ProfileSection.primary.replacing(in: profile, by: .empty))
    let far = outcomes.compactMap { outcome -> (Statement, [MadePods.Part])? in
      let path = outcome.statement.path
      let parts = reach.pods.parts.filter { part, object in
        part.role != nil && part.role != .primary && object.value(at: path) == outcome.said
          && without[part]?.value(at: path) != outcome.said
      }
      return parts.isEmpty ? nil : (outcome.statement, parts.map(\.part))
    }
    return [true, false].compactMap { isDevice in
      let some = far.filter { Self.isDevice($0.0) == isDevice }
      guard let first = some.first else { return nil }
      let all = reach.pods.parts.map(\.part).filter { $0.role != nil && $0.role != .primary }
      let words = PartWords(parts: some.flatMap { $0.1 }, all: all).text
      return ReachFinding(
        severity: isDevice ? .warning : .note, id: .reachesMore,
        message:
          "\(UncarriedSearch.names(some.map { $0.0 })) also \(some.count == 1 ? "reaches" : "reach") \(words): Flyte gives them the resources in 'primary' that they do not set themselves",
        origin: first.0.value.origin,
        hint: isDevice
          ? "leave it to the tasks that need it, or set it to 0 in their other containers"
          : "set the resources in a pod task's other containers")
    }
  }

  /// True if a statement is about a resource that nodes have by the piece: what Kubernetes calls
  /// extended.
  private static func isDevice(_ statement: Statement) -> Bool {
    guard statement.path.count == 3, statement.path[0] == "resources" else { return false }
    return statement.path[2].contains("/") && !statement.path[2].contains("kubernetes.io/")
  }
}
