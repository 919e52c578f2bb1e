/// The results of patches on a tree, each tried once: others need it again.
struct PatchTrials {
  private let set: PatchSet
  private let evaluations: TextMap<RuleEvaluation>
  private var results: TextMap<Result<Workspace, PatchStop>> = [:]

  init(_ set: PatchSet, on base: Workspace) {
    self.set = set
    evaluations = TextMap(
      set.rules.map { ($0.name, RuleEvaluation($0, base)) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The rule's names and questions, answered by the tree as it is.
  func evaluation(of name: String) -> RuleEvaluation? { evaluations[name] }

  /// The patch on the tree as it is.
  mutating func alone(_ name: String) -> Result<Workspace, PatchStop> {
    if let known = results[name] { return known }
    guard let evaluation = evaluations[name] else {
      return .failure(PatchStop(state: .missing, reason: "there is no patch '\(name)'"))
    }
    let result: Result<Workspace, PatchStop>
    do throws(PatchStop) {
      result = .success(try PatchRun.perform(evaluation, goTemplates: nil))
    } catch {
      result = .failure(error)
    }
    results[name] = result
    return result
  }

  /// The patches behind any of which the rule can be carried out.
  mutating func helpers(of rule: PatchRule) -> [String] {
    rule.predecessors.filter { name in
      guard case .success(let before) = alone(name) else { return false }
      return (try? PatchRun.perform(rule, on: before, goTemplates: nil)) != nil
    }
  }

  /// The needs of a rule that the tree does not meet.
  func unmetNeeds(of rule: PatchRule) -> [String] {
    let isMet = rule.needs.contains { evaluations[$0].map(PatchRun.isDone) ?? false }
    return isMet ? [] : rule.needs
  }

  /// Of what the rule needs, what cannot be made itself, in words.
  mutating func failedNeeds(of rule: PatchRule) -> String {
    unmetNeeds(of: rule).compactMap { name in
      guard case .failure(let stop) = alone(name) else { return nil }
      return "'\(name)' (\(stop.state.rawValue))"
    }.joined(separator: " or ")
  }
}
