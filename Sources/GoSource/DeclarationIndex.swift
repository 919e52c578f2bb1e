/// The declarations of a Go file outside its functions, in order.
///
/// It splits the tokens at the semicolons that no bracket encloses and reads the first words of
/// each part; what it does not know, it leaves out.
struct DeclarationIndex {
  private(set) var package: String?
  private(set) var imports: [ImportSpec] = []
  private(set) var declarations: [Declaration] = []

  private let text: GoText
  private let brackets: BracketTree

  init(_ text: GoText, _ brackets: BracketTree) {
    self.text = text
    self.brackets = brackets
    for part in parts(of: 0..<text.tokens.count) { read(part) }
  }

  /// The parts of a range between the semicolons of its own level; none is empty.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if text.isToken(index, ";") {
        if start < index { parts.append(start..<index) }
        start = index + 1
      } else {
        index = brackets.end(of: index)
      }
      index += 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private mutating func read(_ part: Range<Int>) {
    let first = part.lowerBound
    if text.isToken(first, "package"), part.count > 1 {
      package = text.text(first + 1)
    } else if text.isToken(first, "func") {
      readFunction(part)
    } else if text.isToken(first, "import") {
      readSpecs(part) { $0.readImport($1, group: $2) }
    } else if let kind = specKind(first) {
      readSpecs(part) { $0.readSpec(kind, $1, keyword: first, group: $2) }
    }
  }

  private func specKind(_ index: Int) -> Declaration.Kind? {
    if text.isToken(index, "const") { return .const }
    if text.isToken(index, "var") { return .var }
    return text.isToken(index, "type") ? .type : nil
  }

  private mutating func readSpecs(
    _ part: Range<Int>,
    _ read: (inout DeclarationIndex, Range<Int>, Range<Int>?) -> Void
  ) {
    let next = part.lowerBound + 1
    guard next < part.upperBound else { return }
    if text.isToken(next, "("), let close = brackets.partner(of: next) {
      for spec in parts(of: next + 1..<close) { read(&self, spec, part.lowerBound..<close + 1) }
    } else {
      read(&self, next..<part.upperBound, nil)
    }
  }

  private mutating func readImport(_ spec: Range<Int>, group: Range<Int>?) {
    let last = spec.upperBound - 1
    guard text.tokens[last].kind == .string || text.tokens[last].kind == .rawString else { return }
    let path = String(decoding: text.slice(last).dropFirst().dropLast(), as: UTF8.self)
    let alias = spec.count > 1 ? text.text(spec.lowerBound) : nil
    imports.append(ImportSpec(alias: alias, path: path, tokens: spec, group: group))
  }

  private mutating func readSpec(
    _ kind: Declaration.Kind, _ spec: Range<Int>, keyword: Int, group: Range<Int>?
  ) {
    var names: [String] = []
    var index = spec.lowerBound
    while index < spec.upperBound, text.tokens[index].kind == .word {
      names.append(text.text(index))
      index += 1
      guard kind != .type, index < spec.upperBound, text.isToken(index, ",") else { break }
      index += 1
    }
    let value = kind == .type ? index..<spec.upperBound : assigned(in: index..<spec.upperBound)
    let tokens = group == nil ? keyword..<spec.upperBound : spec
    for name in names {
      declarations.append(
        Declaration(
          kind: kind, name: name, receiver: nil, tokens: tokens, group: group, value: value,
          parameters: 0..<0, body: 0..<0, siblings: names.count))
    }
  }

  /// The tokens behind the `=` of a spec.
  private func assigned(in range: Range<Int>) -> Range<Int> {
    var index = range.lowerBound
    while index < range.upperBound {
      if text.isToken(index, "=") { return index + 1..<range.upperBound }
      index = brackets.end(of: index) + 1
    }
    return range.upperBound..<range.upperBound
  }

  private mutating func readFunction(_ part: Range<Int>) {
    var index = part.lowerBound + 1
    var receiver: String?
    if index < part.upperBound, text.isToken(index, "("), let close = brackets.partner(of: index) {
      receiver = receiverType(in: index + 1..<close)
      index = close + 1
    }
    guard index < part.upperBound, text.tokens[index].kind == .word else { return }
    let name = text.text(index)
    index += 1
    if index < part.upperBound, text.isToken(index, "[") { index = brackets.end(of: index) + 1 }
    guard index < part.upperBound, text.isToken(index, "("), let close = brackets.partner(of: index)
    else { return }
    let last = part.upperBound - 1
    var body = part.upperBound..<part.upperBound
    if text.isToken(last, "}"), let open = brackets.partner(of: last), open > close {
      body = open + 1..<last
    }
    declarations.append(
      Declaration(
        kind: receiver == nil ? .function : .method, name: name, receiver: receiver, tokens: part,
        group: nil, value: 0..<0, parameters: index + 1..<close, body: body, siblings: 1))
  }

  /// The last word that is not inside a bracket: `s *Store[K]` belongs to `Store`.
  private func receiverType(in range: Range<Int>) -> String {
    var name = ""
    var index = range.lowerBound
    while index < range.upperBound {
      if text.tokens[index].kind == .word { name = text.text(index) }
      index = brackets.end(of: index) + 1
    }
    return name
  }
}
