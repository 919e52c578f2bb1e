import GoSource

/// Adds an import where gofmt would sort it.
struct ImportEdit {
  let file: GoFile

  /// The change; nil when the file imports the path so already.
  func edit(adding path: String, as alias: String?) throws(EditFault) -> LineEdit? {
    let name = alias ?? ImportSpec.name(of: path)
    if file.imports.contains(where: { $0.path == path && (alias == nil || $0.name == name) }) {
      return nil
    }
    if let other = file.imports.first(where: { $0.name == name }) {
      throw EditFault(
        message: "the name '\(name)' already refers to \"\(other.path)\" here", line: line(other))
    }
    let words = Array(((alias.map { "\($0) " } ?? "") + "\"\(path)\"").utf8)
    guard let group = file.imports.last(where: { $0.group != nil })?.group else {
      let line = try lineBehindHead()
      let before: [[UInt8]] = file.imports.isEmpty ? [[]] : []
      return LineEdit(deleted: line..<line, inserted: before + [Array("import ".utf8) + words])
    }
    let block = bestBlock(blocks(of: group), for: path)
    let next = block.first { $0.path > path }
    let place = next.map(line) ?? block.last.map { line($0) + 1 } ?? 0
    return LineEdit(deleted: place..<place, inserted: [[0x09] + words])
  }

  private func line(_ spec: ImportSpec) -> Int { file.text.tokens[spec.tokens.lowerBound].line }

  /// The line behind the last import, or behind the package clause.
  private func lineBehindHead() throws(EditFault) -> Int {
    if let last = file.imports.last { return line(last) + 1 }
    guard let clause = file.text.tokens.indices.first(where: { file.text.isToken($0, "package") })
    else { throw EditFault(message: "the file names no package", line: 0) }
    return file.text.tokens[clause].line + 1
  }

  /// The imports of a group that stand on consecutive lines, which gofmt sorts each by itself.
  private func blocks(of group: Range<Int>) -> [[ImportSpec]] {
    var blocks: [[ImportSpec]] = []
    var before = -2
    for spec in file.imports where spec.group == group {
      if line(spec) == before + 1, let last = blocks.popLast() {
        blocks.append(last + [spec])
      } else {
        blocks.append([spec])
      }
      before = line(spec)
    }
    return blocks
  }

  /// The block whose paths begin most alike.
  private func bestBlock(_ blocks: [[ImportSpec]], for path: String) -> [ImportSpec] {
    func likeness(_ other: String) -> Int {
      let isStandard = { (path: String) in !path.prefix { $0 != "/" }.contains(".") }
      guard isStandard(path) == isStandard(other) else { return -1 }
      return zip(path.split(separator: "/"), other.split(separator: "/")).prefix { $0 == $1 }.count
    }
    var best: (block: [ImportSpec], score: Int)?
    for block in blocks {
      let score = block.map { likeness($0.path) }.max() ?? -1
      if score >= best?.score ?? -2 { best = (block, score) }
    }
    return best?.block ?? []
  }
}
