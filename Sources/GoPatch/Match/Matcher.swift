import GoSource

/// Looks for a pattern in a range of tokens, trying again where a hole may end in several places.
struct Matcher {
  private let file: GoFile
  private let elements: [Pattern.Element]
  private let scope: Range<Int>
  private var captures: TextMap<Range<Int>> = [:]
  private var places: [Range<Int>?]
  private var start = 0
  /// The number of ends that were tried.
  private var steps = 0
  /// The number of elements that were compared with tokens.
  private var work = 0
  /// The answers about brackets, which are needed again and again.
  private var blocks: [Int: Bool] = [:]
  private(set) var nearest: NearMiss?
  /// Holes that could end in very many places are not tried for ever.
  private static let stepLimit = 500_000
  private static let workLimit = 20_000_000

  init(_ pattern: Pattern, in file: GoFile, scope: Range<Int>) {
    self.file = file
    self.scope = scope
    elements = pattern.elements
    places = Array(repeating: nil, count: elements.count)
  }

  /// True if the search was given up because there were too many ways to fit.
  var isExhausted: Bool { steps >= Self.stepLimit || work >= Self.workLimit }

  /// All places where the pattern fits; they do not overlap.
  mutating func all() -> [Match] {
    var matches: [Match] = []
    var token = scope.lowerBound
    while token < scope.upperBound {
      guard !isExhausted else { return [] }
      if isStart(token), let match = match(at: token) {
        matches.append(match)
        token = max(match.tokens.upperBound, token + 1)
      } else {
        token += 1
      }
    }
    return matches
  }

  /// The first place where the pattern fits.
  mutating func first() -> Match? {
    for token in scope where !isExhausted && isStart(token) {
      if let match = match(at: token) { return match }
    }
    return nil
  }

  /// The pattern at this token, if it fits.
  mutating func match(at token: Int) -> Match? {
    start = token
    captures.removeAll(keepingCapacity: true)
    guard let end = fit(0, token) else { return nil }
    return Match(
      places: places, holes: captures.mapValues { Array(file.text.bytes[bytes($0)]) },
      tokens: token..<end)
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    file.text.tokens[range.lowerBound].start..<file.text.tokens[range.upperBound - 1].end
  }

  /// Fits the elements from `element` on to the tokens from `token` on; where they end.
  private mutating func fit(_ element: Int, _ token: Int) -> Int? {
    var (element, token) = (element, token)
    while element < elements.count {
      places[element] = nil
      work += 1
      switch elements[element].kind {
      case .end:
        guard let next = endOfStatement(token) else { return miss(element, token) }
        token = next
      case .literal:
        if isSame(element, token) {
          places[element] = token..<token + 1
          token += 1
        } else if elements[element].isCloser, isSeparator(token), isSame(element, token + 1) {
          places[element] = token + 1..<token + 2
          token += 2
        } else if elements[element].isSeparator, element + 1 < elements.count,
          elements[element + 1].isCloser, isSame(element + 1, token)
        {
          places[element] = nil
        } else {
          return miss(element, token)
        }
      case .name(let name):
        guard token < scope.upperBound, file.text.tokens[token].kind == .word,
          capture(name, token..<token + 1)
        else { return miss(element, token) }
        places[element] = token..<token + 1
        token += 1
      case .expression(let name): return fitExpression(name, element, token)
      case .elision(let fillsLine): return fitElision(fillsLine, element, token)
      }
      element += 1
    }
    return token
  }

  private mutating func miss(_ element: Int, _ token: Int) -> Int? {
    if element > nearest?.element ?? 0 {
      nearest = NearMiss(element: element, token: min(token, scope.upperBound - 1))
    }
    return nil
  }

  private mutating func capture(_ name: String, _ range: Range<Int>) -> Bool {
    guard let earlier = captures[name] else {
      captures[name] = range
      return true
    }
    return earlier.count == range.count
      && zip(earlier, range).allSatisfy { file.text.slice($0) == file.text.slice($1) }
  }

  private mutating func fitExpression(_ name: String, _ element: Int, _ token: Int) -> Int? {
    let saved = captures
    var end = token
    while end < scope.upperBound, let next = step(over: end), !endsExpression(end) {
      end = next
      captures = saved
      steps += 1
      guard !isExhausted else { return nil }
      if capture(name, token..<end), let last = fit(element + 1, end) {
        places[element] = token..<end
        return last
      }
    }
    return miss(element, end)
  }

  private mutating func fitElision(_ fillsLine: Bool, _ element: Int, _ token: Int) -> Int? {
    let saved = captures
    var end = token
    while true {
      let isCloser = end < scope.upperBound && isClosing(end)
      if !fillsLine || isCloser || isStart(end) {
        captures = saved
        steps += 1
        guard !isExhausted else { return nil }
        if let last = fit(element + 1, end) {
          places[element] = token < end ? token..<end : nil
          return last
        }
      }
      guard end < scope.upperBound, let next = step(over: end) else {
        return miss(element, end)
      }
      end = next
    }
  }

  /// The token behind this one, or behind the bracket it opens; nil where the bracket around it
  /// closes.
  private func step(over token: Int) -> Int? {
    guard let partner = file.brackets.partner(of: token) else { return token + 1 }
    return partner > token && partner < scope.upperBound ? partner + 1 : nil
  }
}

// MARK: What a token is

extension Matcher {
  private func isSame(_ element: Int, _ token: Int) -> Bool {
    guard token < scope.upperBound else { return false }
    let bytes = elements[element].bytes
    let this = file.text.tokens[token]
    switch this.kind {
    case .lineEnd: return bytes.count == 1 && bytes[0] == 0x3B
    case .rawString:
      // Go itself leaves carriage returns out of raw strings.
      return file.text.slice(token).lazy.filter { $0 != 0x0D }
        .elementsEqual(bytes.lazy.filter { $0 != 0x0D })
    default:
      guard this.end - this.start == bytes.count else { return false }
      for offset in bytes.indices where file.text.bytes[this.start + offset] != bytes[offset] {
        return false
      }
      return true
    }
  }

  private func isSeparator(_ token: Int) -> Bool {
    token < scope.upperBound && (file.text.isToken(token, ",") || file.text.isToken(token, ";"))
  }

  private func isClosing(_ token: Int) -> Bool {
    guard let partner = file.brackets.partner(of: token) else { return false }
    return partner < token
  }

  private func endsExpression(_ token: Int) -> Bool {
    let text = file.text
    return isSeparator(token) || text.isToken(token, "=") || text.isToken(token, ":=")
      || text.isToken(token, ":")
  }

  /// True if a statement, or an element of a list, can begin with this token.
  private mutating func isStart(_ token: Int) -> Bool {
    guard token > scope.lowerBound else { return true }
    let text = file.text
    if file.brackets.partner(of: token - 1) ?? -1 > token - 1 { return true }
    if text.isToken(token - 1, ";") || text.isToken(token - 1, ",") { return true }
    return text.isToken(token - 1, ":") && isBlock(file.brackets.opener(around: token - 1))
  }

  /// True if a bracket holds statements or fields, not a list.
  private mutating func isBlock(_ opener: Int?) -> Bool {
    guard let opener, file.text.isToken(opener, "{"), let end = file.brackets.partner(of: opener)
    else { return opener == nil }
    if let known = blocks[opener] { return known }
    var token = opener + 1
    var isBlock = false
    while token < end, !isBlock {
      isBlock = file.text.isToken(token, ";")
      token = file.brackets.end(of: token) + 1
    }
    blocks[opener] = isBlock
    return isBlock
  }

  /// The token that follows if a statement or an element ends before this one.
  private mutating func endOfStatement(_ token: Int) -> Int? {
    guard token < scope.upperBound else { return token }
    if file.text.isToken(token, ";") { return token + 1 }
    if isClosing(token) { return token }
    guard file.text.isToken(token, ","), start > scope.lowerBound else { return nil }
    return isBlock(file.brackets.opener(around: start)) ? nil : token + 1
  }
}
