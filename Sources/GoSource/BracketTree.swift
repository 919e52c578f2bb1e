/// The pairs of brackets, and the brackets around a token.
public struct BracketTree: Sendable {
  /// For each token that is a bracket, the index of its partner; else -1.
  private let partners: [Int32]
  /// For each token, the index of the bracket that was opened last around it; else -1.
  private let openers: [Int32]

  /// Pairs the brackets of a text; refused is one without its partner.
  public init(_ text: GoText) throws(GoFault) {
    let (tokens, bytes) = (text.tokens, text.bytes)
    var partners = [Int32](repeating: -1, count: tokens.count)
    var openers = partners
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      let closing: UInt8? = token.kind == .mark ? Self.closing(bytes[token.start]) : nil
      if token.kind == .mark, token.end == token.start + 1, Self.closes(bytes[token.start]) {
        guard let opener = open.popLast() else {
          throw GoFault("a closing bracket without an opening one", line: token.line)
        }
        guard Self.closing(bytes[tokens[opener].start]) == bytes[token.start] else {
          throw GoFault(
            "a bracket that does not match the one on line \(tokens[opener].line + 1)",
            line: token.line)
        }
        partners[opener] = Int32(index)
        partners[index] = Int32(opener)
      }
      openers[index] = open.last.map { Int32($0) } ?? -1
      if closing != nil { open.append(index) }
    }
    if let last = open.last {
      throw GoFault("a bracket that is never closed", line: tokens[last].line)
    }
    self.partners = partners
    self.openers = openers
  }

  /// The other bracket of the pair, where the token is a bracket.
  public func partner(of index: Int) -> Int? {
    partners[index] < 0 ? nil : Int(partners[index])
  }

  /// The closing bracket of the pair that the token opens; any other token is its own end.
  public func end(of index: Int) -> Int { max(index, Int(partners[index])) }

  /// The opening bracket around a token; a bracket is not inside itself.
  public func opener(around index: Int) -> Int? {
    openers[index] < 0 ? nil : Int(openers[index])
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }
}
