import Flyte
import Model
import PodAPI
import Values

/// The reach of everything in a profile: the parts of pods that it is for and that have it,
/// and those that do not.
struct Reach {
  typealias Part = MadePods.Part

  /// The outcome of one statement.
  struct Outcome {
    let statement: Statement
    /// Its value as the API server keeps it.
    let said: PodValue
    var hits: [Part] = []
    var misses: [Part] = []
  }

  let outcomes: [Outcome]
  let pods: MadePods
  /// The outcome of each statement, by its place.
  private let positions: [Place: Int]

  /// The place of a statement.
  private struct Place: Hashable {
    let section: ProfileSection
    let path: [ByteText]

    init(_ statement: Statement) {
      section = statement.section
      path = statement.path.map { ByteText($0) }
    }
  }

  /// - Parameter sections: what is looked at.
  init(of profile: Profile, _ sections: [ProfileSection], by probe: PodProbe) {
    let pods = probe.pods(of: profile)
    let meaning = MeantFields(profile)
    outcomes = sections.flatMap { section -> [Outcome] in
      let kept = probe.kept(section, of: profile)
      return Statement.all(of: profile, in: section).compactMap { statement in
        // A zero that is not pointed at says nothing.
        guard let said = kept.value(at: statement.path) else { return nil }
        var outcome = Outcome(statement: statement, said: said)
        let kinds = meaning.kinds(for: statement)
        for (part, object) in pods.parts where kinds.contains(part.kind) {
          if Self.holds(said, in: Self.value(statement.path, of: object, part, pods)) {
            outcome.hits.append(part)
          } else {
            outcome.misses.append(part)
          }
        }
        return outcome
      }
    }
    positions = Dictionary(outcomes.enumerated().map { (Place($1.statement), $0) }) { $1 }
    self.pods = pods
  }

  /// The outcome of a statement; nil if it was not looked at.
  func outcome(of statement: Statement) -> Outcome? {
    positions[Place(statement)].map { outcomes[$0] }.flatMap {
      $0.statement == statement ? $0 : nil
    }
  }

  /// The value in a part. A container without a security value of its own has that of its pod.
  private static func value(
    _ path: [String], of object: PodObject, _ part: Part, _ pods: MadePods
  ) -> PodValue? {
    if let own = object.value(at: path) { return own }
    let isPods =
      part.role != nil && path.first == "securityContext" && path.count > 1
      && ContextFields.ofBoth.contains(path[1])
    return isPods ? pods.pod(of: part)?.value(at: path) : nil
  }

  /// True if a value is what was said; Flyte's merge only ever adds to a list.
  private static func holds(_ said: PodValue, in found: PodValue?) -> Bool {
    guard case .list(let items) = said else { return said == found }
    let all = found?.items ?? []
    // As a rule they stand there in their order.
    var rest = items[...]
    for item in all where item == rest.first { rest.removeFirst() }
    if rest.isEmpty { return true }
    if rest.count <= 8 { return rest.allSatisfy(all.contains) }
    return rest.allSatisfy(Set(all).contains)
  }
}
