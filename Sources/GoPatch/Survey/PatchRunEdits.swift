import GoSource

/// The edits of a rule.
extension PatchRun {
  mutating func makeFile(_ rulePath: RulePath, _ template: String, _ line: Int)
    throws(PatchStop)
  {
    guard let path = evaluation.path(rulePath) else {
      throw PatchStop(state: .missing, reason: "there is no folder for \(rulePath.path)")
    }
    let place = PatchLocation(
      path: path, scope: "", line: nil, lineText: "", patternText: template, ruleLine: line)
    guard evaluation.workspace.bytes(path) == nil else {
      throw PatchStop(
        state: .conflict, reason: "\(path) already exists, but the rest of the patch does not",
        places: [place])
    }
    guard let goTemplates else { return write(path, Array("package p\n".utf8)) }
    guard let bytes = goTemplates[template] else {
      throw PatchStop(
        state: .conflict, reason: "the template Go/\(template) does not exist", places: [place])
    }
    let text = HoleText(bytes[...])
    let bindings = evaluation.bindings
    if let name = text.names.first(where: { bindings[$0] == nil }) {
      throw PatchStop(
        state: .missing, reason: "Go/\(template) uses '$\(name)', which was not found",
        places: [place])
    }
    let filled = text.filled { name in bindings[name].map { Array($0.utf8) } }
    write(path, endsLinesWithReturns ? filled.flatMap { $0 == 0x0A ? [0x0D, $0] : [$0] } : filled)
  }

  /// True if the rule's first file ends its lines with CR LF, as a new file then does too.
  private var endsLinesWithReturns: Bool {
    let path = rule.files.lazy.compactMap { evaluation.path($0.alias) }.first
    guard let bytes = path.flatMap({ evaluation.workspace.bytes($0) }),
      let end = bytes.firstIndex(of: 0x0A)
    else { return false }
    return end > 0 && bytes[end - 1] == 0x0D
  }

  mutating func perform(_ edit: RuleEdit, _ line: Int) throws(PatchStop) {
    guard let path = evaluation.path(edit.file), let file = self.file(edit.file) else {
      if isAbsentOptional(edit.file) { return }
      throw PatchStop(state: .missing, reason: "the file '\(edit.file)' does not exist")
    }
    if case .deleteUnused(let name, let kinds) = edit.change, let kind = kinds.first?.declaration {
      let bound = name.isBound ? evaluation.bindings[String(name.name.dropFirst())] : name.name
      if let bound {
        return postpone(UnusedDeletion(edit: edit, name: bound, kind: kind, line: line))
      }
      if edit.isOptional { return }
      throw PatchStop(state: .missing, reason: unbound(name.name))
    }
    let place = { (range: String) in
      PatchLocation(
        path: path, scope: range, line: nil, lineText: "", patternText: "", ruleLine: line)
    }
    let found = evaluation.declarations(edit.scope, in: file)
    if edit.scope.kind != .file, found.count != 1 {
      if edit.isOptional, found.isEmpty { return }
      if let name = edit.scope.names.first(where: { isUnbound($0.name) }) {
        throw PatchStop(
          state: .missing, reason: unbound(name.name), places: [place(edit.scope.text)])
      }
      throw PatchStop(
        state: found.isEmpty ? .missing : .conflict,
        reason: "\(edit.scope.text) \(found.isEmpty ? "does not exist" : "is declared twice")",
        places: found.isEmpty
          ? [place(edit.scope.text)]
          : found.map { EditTarget(file: file, path: path, $0, ruleLine: line).firstPlace })
    }
    let range = found.first?.tokens ?? 0..<file.text.tokens.count
    let scope = found.first.map(Shape.name) ?? ""
    let target = EditTarget(file: file, path: path, range: range, scope: scope, ruleLine: line)
    let edits: [LineEdit]
    do throws(EditFault) {
      edits = try self.edits(edit.change, on: target, isOptional: edit.isOptional)
    } catch {
      throw PatchStop(
        state: error.state, reason: error.message,
        places: ([error.line] + error.otherLines).map {
          target.place(line: $0, pattern: error.patternText, ruleLine: error.ruleLine ?? line)
        })
    }
    guard !edits.isEmpty else { return }
    guard let bytes = LineEdits.apply(edits, to: file.text) else {
      throw PatchStop(
        state: .conflict, reason: "two edits change the same line of \(path)",
        places: [place(scope)])
    }
    write(path, bytes)
  }

  private mutating func edits(
    _ change: RuleEdit.Change, on target: EditTarget, isOptional: Bool
  ) throws(EditFault) -> [LineEdit] {
    let file = target.file
    switch change {
    case .hunk(let hunk, let count):
      return try edits(hunk, count, on: target, isOptional: isOptional)
    case .appendFields(let lines):
      guard
        let open = target.range.first(where: {
          file.text.isToken($0, "{") && $0 > 0 && file.text.isToken($0 - 1, "struct")
        })
      else {
        throw EditFault(message: "\(target.scope) is not a struct", line: target.firstLine)
      }
      return [try ClosingInsertion(file: file).edit(filled(lines), beforeBraceClosing: open)]
    case .appendElements(let pattern, let lines):
      let matches = try matches(pattern, target)
      guard matches.count == 1, let match = matches.first else {
        throw EditFault(
          message: "the literal was found \(matches.count) times", line: target.firstLine)
      }
      return [
        try ClosingInsertion(file: file).edit(
          filled(lines), beforeBraceClosing: match.tokens.upperBound - 1)
      ]
    case .ensureImport(let alias, let path):
      let path = String(decoding: filled(Array(path.utf8)), as: UTF8.self)
      return try ImportEdit(file: file).edit(adding: path, as: alias).map { [$0] } ?? []
    case .dropImportIfUnused(let name):
      guard let spec = file.imports.first(where: { $0.name == name }) else { return [] }
      let isUsed = file.text.tokens.indices.contains { index in
        !spec.tokens.contains(index) && file.text.slice(index).elementsEqual(name.utf8)
          && index + 1 < file.text.tokens.count && file.text.isToken(index + 1, ".")
      }
      return isUsed ? [] : [try DeclarationRemoval(file: file).edit(removing: spec)]
    case .deleteUnused: return []
    }
  }

  private func matches(_ pattern: Pattern, _ target: EditTarget) throws(EditFault) -> [Match] {
    guard let pattern = evaluation.filled(pattern) else { throw unboundFault(pattern, target) }
    var matcher = Matcher(pattern, in: target.file, scope: target.range)
    return matcher.all()
  }

  private func filled(_ bytes: [UInt8]) -> [UInt8] {
    HoleText(bytes[...]).filled { name in evaluation.bindings[name].map { Array($0.utf8) } }
  }

  private func filled(_ lines: [EditHunk.Line]) -> [[UInt8]] {
    lines.map { $0.isBlank ? [] : filled($0.text) }
  }

  func unboundFault(_ pattern: Pattern, _ target: EditTarget) -> EditFault {
    let name = pattern.holes.sorted().first { isUnbound("$" + $0) } ?? ""
    return EditFault(message: unbound("$" + name), line: target.firstLine, state: .missing)
  }

  private func isUnbound(_ name: String) -> Bool {
    name.hasPrefix("$") && evaluation.bindings[String(name.dropFirst())] == nil
      && rule.bindings.contains { $0.name == name.dropFirst() }
  }

  private func unbound(_ name: String) -> String {
    let binding = rule.bindings.first { $0.name == name.dropFirst() }
    return "no single \(name) was found: \(binding?.text ?? "")"
  }
}

/// The place that an edit searches.
struct EditTarget {
  let file: GoFile
  let path: String
  let range: Range<Int>
  /// The declaration, in words.
  let scope: String
  let ruleLine: Int

  var firstLine: Int {
    range.isEmpty ? 0 : file.text.tokens[range.lowerBound].line
  }

  /// The place where it begins.
  var firstPlace: PatchLocation { place(line: firstLine, pattern: "", ruleLine: ruleLine) }

  func place(line: Int?, pattern: String, ruleLine: Int) -> PatchLocation {
    PatchLocation(
      path: path, scope: scope, line: line.map { $0 + 1 },
      lineText: line.map {
        String(decoding: file.text.bytes[file.text.lineBody($0)], as: UTF8.self)
      } ?? "", patternText: pattern, ruleLine: ruleLine)
  }
}

extension EditTarget {
  init(file: GoFile, path: String, _ declaration: Declaration, ruleLine: Int) {
    self.init(
      file: file, path: path, range: declaration.tokens, scope: Shape.name(declaration),
      ruleLine: ruleLine)
  }
}
