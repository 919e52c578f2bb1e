import Model
import Values

/// Advice about a value that does not reach its target.
struct UncarriedAdvice {
  let profile: Profile
  let probe: PodProbe
  let carriers: CarrierSearch
  let statements: [Statement]
  /// The parts that they do not reach.
  let kinds: Set<MadePods.Part.Kind>

  var hint: String {
    if let carrier = carriers.hint(for: statements, missing: kinds) { return carrier }
    if kinds.allSatisfy(\.isCopilot), let setting = CopilotSearch.setting(for: statements[0].path) {
      return "set \(setting) to the same value"
    }
    if isSaidInPrimary { return "set it in 'primary', for the task's own container alone" }
    if statements[0].path == ["terminationGracePeriodSeconds"] {
      return
        "remove it; for these pods 'timeout' of the cluster's 'copilot' sets it: the longest time that an upload can take"
    }
    return "remove it"
  }

  /// True if all of it would arrive, and nowhere else, if it were said in `primary`.
  private var isSaidInPrimary: Bool {
    guard statements.allSatisfy({ $0.section == .containers }) else { return false }
    let moved = statements.reduce(profile) { $0.moving($1, to: .primary) }
    let reach = Reach(of: moved, [.primary], by: probe)
    let paths = Set(statements.map(\.path))
    let outcomes = reach.outcomes.filter { paths.contains($0.statement.path) }
    return outcomes.count == paths.count && outcomes.allSatisfy(\.misses.isEmpty)
      && FarReachSearch(profile: moved, reach: reach, probe: probe).findings.isEmpty
  }
}

extension Profile {
  /// The profile with something said in another section instead.
  func moving(_ statement: Statement, to section: ProfileSection) -> Profile {
    func tree(_ value: OriginTree) -> OriginTree {
      statement.path.reversed().reduce(value) { .mapping([$1: $0]) }
    }
    let taken = Layering.lay(
      tree(OriginTree(.null, origin: .tool)), over: statement.section.tree(of: self))
    let given = Layering.lay(tree(statement.value), over: section.tree(of: self), keepsNulls: true)
    return section.replacing(in: statement.section.replacing(in: self, by: taken), by: given)
  }
}
