/// What comes of each remedy on a tree, tried once: others ask for it again.
struct RemedyTrials {
  private let set: RemedySet
  private let evaluations: TextMap<RuleEvaluation>
  private var results: TextMap<Result<Workspace, RemedyStop>> = [:]

  init(_ set: RemedySet, on base: Workspace) {
    self.set = set
    evaluations = TextMap(
      set.rules.map { ($0.name, RuleEvaluation($0, base)) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The rule's names and questions, answered by the tree as it is.
  func evaluation(of name: String) -> RuleEvaluation? { evaluations[name] }

  /// The remedy on the tree as it is.
  mutating func alone(_ name: String) -> Result<Workspace, RemedyStop> {
    if let known = results[name] { return known }
    guard let evaluation = evaluations[name] else {
      return .failure(RemedyStop(state: .missing, reason: "there is no remedy '\(name)'"))
    }
    let result: Result<Workspace, RemedyStop>
    do throws(RemedyStop) {
      result = .success(try RemedyRun.perform(evaluation, goTemplates: nil))
    } catch {
      result = .failure(error)
    }
    results[name] = result
    return result
  }

  /// The remedies behind any of which the rule can be carried out.
  mutating func helpers(of rule: RemedyRule) -> [String] {
    rule.predecessors.filter { name in
      guard case .success(let before) = alone(name) else { return false }
      return (try? RemedyRun.perform(rule, on: before, goTemplates: nil)) != nil
    }
  }

  /// What the rule says it needs, unless the tree has it.
  func unmetNeeds(of rule: RemedyRule) -> [String] {
    let isMet = rule.needs.contains { evaluations[$0].map(RemedyRun.isDone) ?? false }
    return isMet ? [] : rule.needs
  }

  /// Of what the rule needs, what cannot be made itself, in words.
  mutating func failedNeeds(of rule: RemedyRule) -> String {
    unmetNeeds(of: rule).compactMap { name in
      guard case .failure(let stop) = alone(name) else { return nil }
      return "'\(name)' (\(stop.state.rawValue))"
    }.joined(separator: " or ")
  }
}
