import Flyte
import Model
import PodAPI
import Values

/// What becomes of everything that a profile says: the parts of pods that it is for and that have it,
/// and those that do not.
struct Reach {
  typealias Part = MadePods.Part

  /// What becomes of one statement.
  struct Outcome {
    let statement: Statement
    /// Its value as the API server keeps it.
    let said: PodValue
    var hits: [Part] = []
    var misses: [Part] = []
  }

  let outcomes: [Outcome]
  let pods: MadePods

  /// - Parameter sections: what is looked at.
  init(of profile: Profile, _ sections: [ProfileSection], by probe: PodProbe) {
    let pods = probe.pods(of: profile)
    let roles: [ContainerRole] = [
      .helper, .primary, .initContainer, .copilotContainer, .copilotInitContainer,
    ]
    let meant = Dictionary(uniqueKeysWithValues: roles.map { ($0, $0.meant(by: profile)) })
    outcomes = sections.flatMap { section -> [Outcome] in
      let kept = probe.kept(section, of: profile)
      return Statement.all(of: profile, in: section).compactMap { statement in
        // A zero that is not pointed at says nothing.
        guard let said = kept.value(at: statement.path) else { return nil }
        var outcome = Outcome(statement: statement, said: said)
        for (part, object) in pods.parts
        where Self.isFor(part, statement, of: profile, meant: part.role.flatMap { meant[$0] }) {
          if Self.holds(said, in: Self.value(statement.path, of: object, part, pods)) {
            outcome.hits.append(part)
          } else {
            outcome.misses.append(part)
          }
        }
        return outcome
      }
    }
    self.pods = pods
  }

  /// Whether a part of a pod is to have what a statement says.
  private static func isFor(
    _ part: Part, _ statement: Statement, of profile: Profile, meant: OriginTree?
  ) -> Bool {
    switch part.kind {
    case .pod: return statement.section == .pod
    case .metadata: return statement.section == .podMetadata
    case .own: return false
    case .container(let role):
      guard let index = role.sections.firstIndex(of: statement.section),
        let found = meant?[path: statement.path]
      else { return false }
      if case .list(let items) = statement.value.content {
        return items.allSatisfy { item in
          let alone = Layering.lay(item, over: .empty)
          return found.items.contains { $0.holdsSameValues(as: alone) }
        }
      }
      // What a section above says again is that section's.
      let isSaidAbove = role.sections[(index + 1)...].contains {
        $0.tree(of: profile)[path: statement.path] != nil
      }
      return !isSaidAbove
        && found.holdsSameValues(as: Layering.lay(statement.value, over: .empty))
    }
  }

  /// What a part has; of a container's security what it does not have of its own is its pod's.
  private static func value(
    _ path: [String], of object: PodObject, _ part: Part, _ pods: MadePods
  ) -> PodValue? {
    if let own = object.value(at: path) { return own }
    let isPods =
      part.role != nil && path.first == "securityContext" && path.count > 1
      && ContextFields.ofBoth.contains(path[1])
    return isPods ? pods.pod(of: part)?.value(at: path) : nil
  }

  /// Whether a value is what was said; Flyte's merge only ever adds to a list.
  private static func holds(_ said: PodValue, in found: PodValue?) -> Bool {
    if case .list(let items) = said {
      let all = found?.items ?? []
      return items.allSatisfy(all.contains)
    }
    return said == found
  }
}
