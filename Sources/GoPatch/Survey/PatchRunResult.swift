import GoSource

/// The result of a rule's edits, held against the rule's own conditions.
extension PatchRun {
  mutating func checkResult() throws(PatchStop) {
    for path in evaluation.workspace.writtenPaths where path.hasSuffix(".go") { try check(path) }
    for condition in ensured {
      switch evaluation.holds(condition) {
      case .yes: continue
      case .unknown where isAboutAbsentOptional(condition): continue
      case .no, .unknown: throw unfulfilled(condition)
      }
    }
    // A second look, with names found again, must find nothing left to do.
    guard Self.isDone(RuleEvaluation(rule, evaluation.workspace)) else {
      throw PatchStop(
        state: .conflict, reason: "the rule would not recognize its own result")
    }
  }

  /// The places where a condition fails: of what must not exist, the first that does.
  mutating func places(_ condition: RuleCondition) -> [PatchLocation] {
    let failing = condition.terms.first { evaluation.holds($0) != .yes } ?? condition.terms.first
    guard let term = failing else { return [] }
    let path = term.file.flatMap { evaluation.path($0) } ?? ""
    let line =
      path.isEmpty ? nil : evaluation.offender(against: term).flatMap { self.line($0, path) }
    return [
      PatchLocation(
        path: path, scope: term.test.scope.map { $0.kind == .file ? "" : $0.text } ?? "",
        line: line?.number, lineText: line?.text ?? "", patternText: term.text,
        ruleLine: term.ruleLine)
    ]
  }

  /// A token's line as the sources have it, from 1; those that the edits brought are none of them.
  private mutating func line(_ token: Int, _ path: String) -> (number: Int, text: String)? {
    guard let file = try? evaluation.workspace.file(path), let old = base.read(path) else {
      return nil
    }
    let line = file.text.tokens[token].line
    let bytes = file.text.bytes[file.text.lineBody(line)]
    let same = (0..<old.text.lineCount).filter { old.text.bytes[old.text.lineBody($0)] == bytes }
    return same.min { abs($0 - line) < abs($1 - line) }
      .map { ($0 + 1, String(decoding: bytes, as: UTF8.self)) }
  }

  // MARK: What could not be deleted

  /// A condition fails most often because a declaration stays that something else uses.
  private mutating func unfulfilled(_ condition: RuleCondition) -> PatchStop {
    let kept = deletions.compactMap { keptDeclaration($0) }
    guard
      let root = kept.first(where: { one in !kept.contains { $0.holds(one.use) } }) ?? kept.first
    else { return failed(condition, "the edits do not have the required result") }
    let ordered = [root] + kept.filter { $0.name != root.name }
    return PatchStop(
      state: .conflict,
      reason:
        "\(root.name) is used elsewhere and cannot be removed, but '\(condition.text)' needs that",
      places: ordered.map { one in
        PatchLocation(
          path: one.use.path, scope: "", line: one.use.line + 1, lineText: one.use.lineText,
          patternText: one.name, ruleLine: one.ruleLine)
      })
  }

  private struct KeptDeclaration {
    let name: String
    let path: String
    let lines: ClosedRange<Int>
    let use: NameUse
    let ruleLine: Int

    func holds(_ other: NameUse) -> Bool { other.path == path && lines.contains(other.line) }
  }

  private mutating func keptDeclaration(_ deletion: UnusedDeletion) -> KeptDeclaration? {
    guard let path = evaluation.path(deletion.edit.file), let file = file(deletion.edit.file),
      let declaration = file.declarations(deletion.kind, deletion.name).first,
      let use = evaluation.workspace.use(of: deletion.name, outside: declaration, in: path)
    else { return nil }
    let first = file.text.tokens[declaration.tokens.lowerBound].line
    return KeptDeclaration(
      name: "\(deletion.kind.rawValue) \(deletion.name)", path: path,
      lines: first...file.text.lastLine(of: file.text.tokens[declaration.tokens.upperBound - 1]),
      use: use, ruleLine: deletion.line)
  }
}
