import GoSource

/// A piece of Go that is looked for: tokens, with holes in them.
struct Pattern: Sendable {
  /// One token of the pattern.
  struct Element: Sendable {
    enum Kind: Sendable, Equatable {
      /// This very token.
      case literal
      /// `$x`: a name, the same wherever `$x` stands.
      case name(String)
      /// `$$x`: an expression, with its brackets.
      case expression(String)
      /// `...`: anything up to what follows, within the bracket it stands in.
      case elision(fillsLine: Bool)
      /// The end of a statement or of an element of a list.
      case end
    }
    let kind: Kind
    /// The token's bytes; `;` for the end of a line.
    let bytes: [UInt8]
    /// The line of the pattern it stands on, from 0.
    let line: Int

    var isCloser: Bool { kind == .literal && Self.closers.contains(bytes) }
    var isSeparator: Bool { kind == .literal && (bytes == [0x2C] || bytes == [0x3B]) }

    private static let closers: [[UInt8]] = [[0x29], [0x5D], [0x7D]]
  }

  /// Its tokens.
  private(set) var elements: [Element]

  /// Reads a pattern of one or several lines.
  init(_ bytes: [UInt8]) throws(GoFault) {
    let text = try GoText(bytes, readsPatterns: true)
    let tokens = text.tokens
    elements = tokens.indices.map { index in
      let token = tokens[index]
      let bytes = token.kind == .lineEnd ? [0x3B] : Array(text.slice(index))
      let kind: Element.Kind
      switch token.kind {
      case .name: kind = .name(String(decoding: bytes.dropFirst(), as: UTF8.self))
      case .expression: kind = .expression(String(decoding: bytes.dropFirst(2), as: UTF8.self))
      case .lineEnd where index == tokens.count - 1: kind = .end
      default:
        if text.isToken(index, "..."), !Self.isVariadic(index, in: text) {
          let opensLine = index == 0 || tokens[index - 1].line != token.line
          let closesLine = index + 1 == tokens.count || tokens[index + 1].line != token.line
          kind = .elision(fillsLine: opensLine && closesLine)
        } else {
          kind = .literal
        }
      }
      return Element(kind: kind, bytes: bytes, line: token.line)
    }
    let open = elements.count { element in
      switch element.kind {
      case .name, .expression, .elision: true
      case .literal, .end: false
      }
    }
    guard open <= RuleLimits.holes else {
      throw GoFault("it has more than \(RuleLimits.holes) holes", line: 0)
    }
  }

  /// True if the dots are Go's own, of `f(list...)` or `list ...T`: these touch what they belong
  /// to.
  private static func isVariadic(_ index: Int, in text: GoText) -> Bool {
    let token = text.tokens[index]
    if index > 0, text.tokens[index - 1].end == token.start,
      text.tokens[index - 1].kind != .mark || text.isToken(index - 1, ")")
        || text.isToken(index - 1, "]") || text.isToken(index - 1, "}")
    {
      return true
    }
    guard index + 1 < text.tokens.count, text.tokens[index + 1].start == token.end else {
      return false
    }
    return text.tokens[index + 1].kind == .word || text.isToken(index + 1, "*")
      || text.isToken(index + 1, "[") || text.isToken(index + 1, "(")
  }

  /// The names of its holes.
  var holes: TextSet {
    TextSet(
      elements.compactMap {
        switch $0.kind {
        case .name(let name), .expression(let name): name
        default: nil
        }
      })
  }

  /// The pattern with the holes of these names filled.
  func filled(with bindings: TextMap<String>) throws(GoFault) -> Pattern {
    guard !holes.isDisjoint(with: bindings.keys) else { return self }
    var filled: [Element] = []
    for element in elements {
      switch element.kind {
      case .name(let name), .expression(let name):
        guard let text = bindings[name] else {
          filled.append(element)
          continue
        }
        let tokens = try GoText(Array(text.utf8))
        for index in tokens.tokens.indices where tokens.tokens[index].kind != .lineEnd {
          filled.append(
            Element(kind: .literal, bytes: Array(tokens.slice(index)), line: element.line))
        }
      default: filled.append(element)
      }
    }
    var pattern = self
    pattern.elements = filled
    return pattern
  }
}
