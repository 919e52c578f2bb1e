import GoSource

/// Hunks and deletions.
extension PatchRun {
  func edits(
    _ hunk: EditHunk, _ count: Int, on target: EditTarget, isOptional: Bool
  ) throws(EditFault) -> [LineEdit] {
    guard let pattern = evaluation.filled(hunk.pattern) else {
      if isOptional { return [] }
      throw unboundFault(hunk.pattern, target)
    }
    var matcher = Matcher(pattern, in: target.file, scope: target.range)
    let matches = matcher.all()
    if matcher.isExhausted {
      throw EditFault(message: "the lines match in too many ways", line: target.firstLine)
    }
    if matches.isEmpty, isOptional { return [] }
    guard matches.count == count else {
      throw miss(hunk, pattern, matcher.nearest, target, found: matches, wanted: count)
    }
    try checkNames(hunk, target)
    var edits: [LineEdit] = []
    for match in matches {
      edits += try HunkEdit(
        hunk: hunk, pattern: pattern, match: match, file: target.file,
        bindings: evaluation.bindings
      ).edits()
    }
    return edits
  }

  private func miss(
    _ hunk: EditHunk, _ pattern: Pattern, _ nearest: NearMiss?, _ target: EditTarget,
    found: [Match], wanted: Int
  ) -> EditFault {
    func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
    guard found.isEmpty else {
      let lines = found.map { target.file.text.tokens[$0.tokens.lowerBound].line }
      return EditFault(
        message:
          "lines were found \(times(found.count)), not \(times(wanted)), in \(target.scope)",
        line: lines[0], otherLines: Array(lines.dropFirst()), patternText: text(hunk, 0),
        ruleLine: ruleLine(hunk, 0))
    }
    let element = nearest?.element ?? 0
    let line = element < pattern.elements.count ? pattern.elements[element].line : 0
    let place = nearest.flatMap { target.file.text.tokens.indices.contains($0.token) ? $0 : nil }
    return EditFault(
      message: "\(target.scope) does not contain the lines that the patch changes",
      line: place.map { target.file.text.tokens[$0.token].line } ?? target.firstLine,
      patternText: text(hunk, line), ruleLine: ruleLine(hunk, line))
  }

  /// A name that comes must not hide a package that the file imports.
  private func checkNames(_ hunk: EditHunk, _ target: EditTarget) throws(EditFault) {
    let imported = TextSet(target.file.imports.map(\.name))
    for line in hunk.lines where line.marker == .insert {
      for name in DeclaredNames.of(line.text) where imported.contains(name) {
        throw EditFault(
          message: "the new name '\(name)' would hide an import", line: target.firstLine,
          patternText: String(decoding: line.trimmed, as: UTF8.self), ruleLine: line.ruleLine)
      }
    }
  }

  private func text(_ hunk: EditHunk, _ line: Int) -> String {
    guard hunk.matchedLines.indices.contains(line) else { return "" }
    return String(decoding: hunk.lines[hunk.matchedLines[line]].trimmed, as: UTF8.self)
  }

  private func ruleLine(_ hunk: EditHunk, _ line: Int) -> Int? {
    guard hunk.matchedLines.indices.contains(line) else { return nil }
    return hunk.lines[hunk.matchedLines[line]].ruleLine
  }

  /// Deletes a declaration that nothing uses; false where something does, or it is not there.
  mutating func delete(_ deletion: UnusedDeletion) throws(PatchStop) -> Bool {
    guard let path = evaluation.path(deletion.edit.file), let file = self.file(deletion.edit.file)
    else { return false }
    let found = file.declarations(deletion.kind, deletion.name)
    guard let declaration = found.first,
      evaluation.workspace.use(of: deletion.name, outside: declaration, in: path) == nil
    else { return false }
    let scope = "\(deletion.kind.rawValue) \(deletion.name)"
    let target = EditTarget(
      file: file, path: path, range: declaration.tokens, scope: scope, ruleLine: deletion.line)
    do throws(EditFault) {
      guard found.count == 1 else {
        let lines = found.map { file.text.tokens[$0.tokens.lowerBound].line }
        throw EditFault(
          message: "\(scope) is declared twice", line: lines[0], otherLines: Array(lines[1...]))
      }
      let edit = try DeclarationRemoval(file: file).edit(removing: declaration)
      guard let bytes = LineEdits.apply([edit], to: file.text) else { return false }
      write(path, bytes)
      return true
    } catch {
      throw PatchStop(
        state: .conflict, reason: error.message,
        places: ([error.line] + error.otherLines).map {
          target.place(line: $0, pattern: scope, ruleLine: deletion.line)
        })
    }
  }
}
