import GoSource

/// Carries out one rule on a tree: all of it, or nothing.
struct RemedyRun {
  let rule: RemedyRule
  /// The Go templates; nil in a survey, where the contents of new files do not matter.
  let goTemplates: [String: [UInt8]]?
  private(set) var evaluation: RuleEvaluation
  private var ensured: [(RuleCondition, line: Int)] = []
  private var deletions: [UnusedDeletion] = []
  private(set) var touched = false
  /// The declarations that were edited, in their order.
  private(set) var edited: [EditedDeclaration] = []

  struct UnusedDeletion {
    let edit: RuleEdit
    let name: String
    let kind: Declaration.Kind
    let line: Int
  }

  init(_ rule: RemedyRule, on workspace: Workspace, goTemplates: [String: [UInt8]]?) {
    self.rule = rule
    self.goTemplates = goTemplates
    evaluation = RuleEvaluation(rule, workspace)
  }

  /// What the remedy leaves behind.
  static func perform(
    _ rule: RemedyRule, on workspace: Workspace, goTemplates: [String: [UInt8]]?
  ) throws(RemedyStop) -> RemedyResult {
    var run = RemedyRun(rule, on: workspace, goTemplates: goTemplates)
    try run.checkFiles()
    if let stop = run.doneState() { throw stop }
    for step in rule.steps { try run.perform(step) }
    try run.deleteUnused()
    guard run.touched else {
      throw RemedyStop(state: .missing, reason: "nothing that it edits is there")
    }
    try run.checkResult()
    return RemedyResult(workspace: run.evaluation.workspace, edited: run.edited)
  }

  /// Whether the tree has the cure, by the remedy or by upstream.
  static func isDone(_ rule: RemedyRule, on workspace: Workspace) -> Bool {
    var run = RemedyRun(rule, on: workspace, goTemplates: nil)
    return run.doneState() != nil
  }

  private mutating func checkFiles() throws(RemedyStop) {
    for file in rule.files {
      guard let path = evaluation.path(file.alias) else {
        if file.isOptional { continue }
        throw RemedyStop(
          state: .missing, reason: "\(file.paths.joined(separator: " or ")) does not exist")
      }
      let found = file.paths.filter { evaluation.workspace.bytes($0) != nil }
      guard found.count == 1 else {
        throw RemedyStop(
          state: .conflict,
          reason: "'\(file.alias)' is one file, but \(found.joined(separator: " and ")) exist")
      }
      try check(path)
    }
  }

  private mutating func check(_ path: String) throws(RemedyStop) {
    do throws(GoFault) { _ = try evaluation.workspace.file(path) } catch {
      let place = RemedyPlace(
        path: path, scope: "", line: error.line + 1, lineText: "", patternText: "", ruleLine: 0)
      throw RemedyStop(
        state: .conflict, reason: "\(path) cannot be read as Go: \(error.message)", places: [place])
    }
  }

  private mutating func doneState() -> RemedyStop? {
    // The remedy's own marks come first: behind it, the sources may also look as upstream's do.
    for state in rule.applied where evaluation.holds(state.condition) == true {
      return RemedyStop(state: .applied, reason: state.reason)
    }
    for state in rule.unneeded where evaluation.holds(state.condition) == true {
      return hasOwnFile
        ? RemedyStop(state: .applied, reason: "")
        : RemedyStop(state: .notNeeded, reason: state.reason)
    }
    return nil
  }

  /// Whether a file is there that only this remedy makes.
  private var hasOwnFile: Bool {
    rule.steps.contains { step in
      guard case .newFile(let path, _) = step.action else { return false }
      return evaluation.path(path).map { evaluation.workspace.bytes($0) != nil } ?? false
    }
  }

  private mutating func perform(_ step: RuleStep) throws(RemedyStop) {
    for guardian in step.guards {
      switch evaluation.holds(guardian) {
      case .some(true): continue
      case .some(false): return
      case nil:
        if isAboutAbsentOptional(guardian) { return }
        throw unknown(guardian)
      }
    }
    switch step.action {
    case .require(let condition):
      switch evaluation.holds(condition) {
      case .some(true): return
      case .some(false): throw failed(condition, "the sources are not as required")
      case nil:
        if isAboutAbsentOptional(condition) { return }
        throw unknown(condition)
      }
    case .ensure(let condition): ensured.append((condition, step.ruleLine))
    case .newFile(let path, let template): try makeFile(path, template, step.ruleLine)
    case .edit(let edit): try perform(edit, step.ruleLine)
    }
  }

  // MARK: Results

  private mutating func checkResult() throws(RemedyStop) {
    for path in evaluation.workspace.writtenPaths where path.hasSuffix(".go") { try check(path) }
    for (condition, _) in ensured where evaluation.holds(condition) != true {
      if evaluation.holds(condition) == nil, isAboutAbsentOptional(condition) { continue }
      throw failed(condition, "the edits do not bring about what they should")
    }
    // A second look, with names found anew, must find nothing left to do.
    var second = RemedyRun(rule, on: evaluation.workspace, goTemplates: goTemplates)
    guard second.doneState() != nil else {
      throw RemedyStop(
        state: .conflict, reason: "the rule would not know its own result as done")
    }
  }

  // MARK: Faults

  private func isAboutAbsentOptional(_ condition: RuleCondition) -> Bool {
    condition.terms.contains { term in term.file.map(isAbsentOptional) ?? false }
  }

  func isAbsentOptional(_ alias: String) -> Bool {
    evaluation.path(alias) == nil
      && rule.files.contains { $0.alias == alias && $0.isOptional }
  }

  private func unknown(_ condition: RuleCondition) -> RemedyStop {
    RemedyStop(
      state: .missing, reason: "what '\(condition.text)' asks about is not there",
      places: places(condition))
  }

  private func failed(_ condition: RuleCondition, _ reason: String) -> RemedyStop {
    RemedyStop(
      state: .conflict, reason: "\(reason): \(condition.text)", places: places(condition))
  }

  private func places(_ condition: RuleCondition) -> [RemedyPlace] {
    condition.terms.prefix(1).map { term in
      RemedyPlace(
        path: term.file.flatMap { evaluation.path($0) } ?? "", scope: "", line: nil, lineText: "",
        patternText: term.text, ruleLine: term.ruleLine)
    }
  }

  mutating func noteEdit(of scope: String, in path: String) {
    let declaration = EditedDeclaration(path: path, name: scope)
    if !edited.contains(declaration) { edited.append(declaration) }
  }

  mutating func write(_ path: String, _ bytes: [UInt8]) {
    evaluation.workspace.write(path, bytes)
    touched = true
  }

  mutating func file(_ alias: String) -> GoFile? { evaluation.file(alias) }

  mutating func postpone(_ deletion: UnusedDeletion) { deletions.append(deletion) }

  /// Deletes what nothing uses any more; one deletion may make room for another.
  private mutating func deleteUnused() throws(RemedyStop) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for (index, deletion) in deletions.enumerated().reversed()
      where try delete(deletion) {
        deletions.remove(at: index)
        isChanged = true
      }
    }
  }
}

/// A declaration that a remedy changed.
struct EditedDeclaration: Equatable {
  let path: String
  /// `func Name`, `method Type.Name`, `type Name`, …; empty for the whole file.
  let name: String
}

/// A tree behind a remedy, and the declarations that it changed.
struct RemedyResult {
  let workspace: Workspace
  let edited: [EditedDeclaration]
}

extension RuleCondition {
  var text: String { terms.map(\.text).joined(separator: ", ") }
}
