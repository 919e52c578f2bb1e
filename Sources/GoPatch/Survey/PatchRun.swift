import GoSource

/// Carries out one rule on a tree: all of it, or nothing.
struct PatchRun {
  let rule: PatchRule
  /// The Go templates; nil in a survey, where the contents of new files do not matter.
  let goTemplates: TextMap<[UInt8]>?
  /// The tree as it was.
  let base: Workspace
  var evaluation: RuleEvaluation
  private(set) var ensured: [RuleCondition] = []
  /// Declarations that may go once nothing uses them; those that are left at the end stay.
  private(set) var deletions: [UnusedDeletion] = []
  private(set) var touched = false

  struct UnusedDeletion {
    let edit: RuleEdit
    let name: String
    let kind: Declaration.Kind
    let line: Int
  }

  init(_ evaluation: RuleEvaluation, goTemplates: TextMap<[UInt8]>?) {
    rule = evaluation.rule
    base = evaluation.workspace
    self.goTemplates = goTemplates
    self.evaluation = evaluation
  }

  /// Runs a patch. The result is the sources after it.
  static func perform(
    _ rule: PatchRule, on workspace: Workspace, goTemplates: TextMap<[UInt8]>?
  ) throws(PatchStop) -> Workspace {
    try perform(RuleEvaluation(rule, workspace), goTemplates: goTemplates)
  }

  /// Runs a patch whose names were found already.
  static func perform(
    _ evaluation: RuleEvaluation, goTemplates: TextMap<[UInt8]>?
  ) throws(PatchStop) -> Workspace {
    var run = PatchRun(evaluation, goTemplates: goTemplates)
    try run.checkFiles()
    if let stop = run.doneState() { throw stop }
    for step in run.rule.steps { try run.perform(step) }
    try run.deleteUnused()
    guard run.touched else {
      throw PatchStop(state: .missing, reason: "nothing that it edits exists")
    }
    try run.checkResult()
    return run.evaluation.workspace
  }

  /// True if the tree has the fix, by the patch or by upstream.
  static func isDone(_ evaluation: RuleEvaluation) -> Bool {
    var run = PatchRun(evaluation, goTemplates: nil)
    return run.doneState() != nil
  }

  private mutating func checkFiles() throws(PatchStop) {
    for file in rule.files {
      guard let path = evaluation.path(file.alias) else {
        if file.isOptional { continue }
        throw PatchStop(
          state: .missing, reason: "\(file.paths.joined(separator: " or ")) does not exist")
      }
      let found = file.paths.filter { evaluation.workspace.bytes($0) != nil }
      guard found.count == 1 else {
        throw PatchStop(
          state: .conflict,
          reason: "'\(file.alias)' must be one file, but \(found.joined(separator: " and ")) exist")
      }
      try check(path)
    }
  }

  mutating func check(_ path: String) throws(PatchStop) {
    do throws(GoFault) { _ = try evaluation.workspace.file(path) } catch {
      let place = PatchLocation(
        path: path, scope: "", line: error.line + 1, lineText: "", patternText: "", ruleLine: 0)
      throw PatchStop(
        state: .conflict, reason: "\(path) cannot be read as Go: \(error.message)", places: [place])
    }
  }

  mutating func doneState() -> PatchStop? {
    // The patch's own marks come first: behind it, the sources may also look as upstream's do.
    for state in rule.applied where evaluation.holds(state.condition) == .yes {
      return PatchStop(state: .applied, reason: state.reason)
    }
    for state in rule.unneeded where evaluation.holds(state.condition) == .yes {
      return hasOwnFile
        ? PatchStop(state: .applied, reason: "")
        : PatchStop(state: .notNeeded, reason: state.reason)
    }
    return nil
  }

  /// True if a file is there that only this patch makes.
  private var hasOwnFile: Bool {
    rule.marks.contains { mark in
      evaluation.path(mark).map { evaluation.workspace.bytes($0) != nil } ?? false
    }
  }

  private mutating func perform(_ step: RuleStep) throws(PatchStop) {
    if let guardian = step.guardian {
      switch evaluation.holds(guardian) {
      case .yes: break
      case .no: return
      case .unknown:
        if isAboutAbsentOptional(guardian) { return }
        throw unknown(guardian)
      }
    }
    switch step.action {
    case .require(let condition):
      switch evaluation.holds(condition) {
      case .yes: return
      case .no: throw failed(condition, "the sources do not meet a requirement")
      case .unknown:
        if isAboutAbsentOptional(condition) { return }
        throw unknown(condition)
      }
    case .ensure(let condition): ensured.append(condition)
    case .newFile(let path, let template): try makeFile(path, template, step.ruleLine)
    case .edit(let edit): try perform(edit, step.ruleLine)
    }
  }

  // MARK: Faults

  func isAboutAbsentOptional(_ condition: RuleCondition) -> Bool {
    condition.terms.contains { term in term.file.map(isAbsentOptional) ?? false }
  }

  func isAbsentOptional(_ alias: String) -> Bool {
    evaluation.path(alias) == nil
      && rule.files.contains { $0.alias == alias && $0.isOptional }
  }

  private mutating func unknown(_ condition: RuleCondition) -> PatchStop {
    PatchStop(
      state: .missing, reason: "the subject of '\(condition.text)' does not exist",
      places: places(condition))
  }

  mutating func failed(_ condition: RuleCondition, _ reason: String) -> PatchStop {
    PatchStop(
      state: .conflict, reason: "\(reason): \(condition.text)", places: places(condition))
  }

  mutating func write(_ path: String, _ bytes: [UInt8]) {
    evaluation.workspace.write(path, bytes)
    touched = true
  }

  mutating func file(_ alias: String) -> GoFile? { evaluation.file(alias) }

  mutating func postpone(_ deletion: UnusedDeletion) { deletions.append(deletion) }

  /// Deletes what nothing uses any more; one deletion may make room for another.
  private mutating func deleteUnused() throws(PatchStop) {
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

extension RuleCondition {
  var text: String { terms.map(\.text).joined(separator: ", ") }
}
