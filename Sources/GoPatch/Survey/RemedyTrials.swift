/// What comes of each remedy on a tree, tried once: others ask for it again.
struct RemedyTrials {
  let base: Workspace
  private let set: RemedySet
  private var results: [String: Result<RemedyResult, RemedyStop>] = [:]

  init(_ set: RemedySet, on base: Workspace) {
    self.set = set
    self.base = base
  }

  /// The remedy on the tree as it is.
  mutating func alone(_ rule: RemedyRule) -> Result<RemedyResult, RemedyStop> {
    if let known = results[rule.name] { return known }
    let result = Self.perform(rule, on: base)
    results[rule.name] = result
    return result
  }

  /// The remedies behind any of which the rule can be carried out, and what it then edits.
  mutating func helpers(of rule: RemedyRule) -> [(name: String, edited: [EditedDeclaration])] {
    rule.predecessors.compactMap { name in
      guard let other = set[name], case .success(let before) = alone(other),
        case .success(let result) = Self.perform(rule, on: before.workspace)
      else { return nil }
      return (name, result.edited)
    }
  }

  /// What the rule says it needs, unless the tree has it.
  func unmetNeeds(of rule: RemedyRule) -> [String] {
    let isMet = rule.needs.contains { name in
      set[name].map { RemedyRun.isDone($0, on: base) } ?? false
    }
    return isMet ? [] : rule.needs
  }

  private static func perform(
    _ rule: RemedyRule, on workspace: Workspace
  ) -> Result<RemedyResult, RemedyStop> {
    do throws(RemedyStop) {
      return .success(try RemedyRun.perform(rule, on: workspace, goTemplates: nil))
    } catch {
      return .failure(error)
    }
  }
}
