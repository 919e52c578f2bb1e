import Testing
import Text

@Suite struct TextIsBytesTests {
  /// Texts that Swift's own `==` holds for the same.
  static let twins = [
    ("\u{E9}", "e\u{301}"), ("K", "\u{212A}"), (";", "\u{37E}"), ("`", "\u{1FEF}"),
    ("\u{C5}", "\u{212B}"), ("a\u{316}\u{301}", "a\u{301}\u{316}"),
    ("name of eight and more \u{E9}", "name of eight and more e\u{301}"),
  ]

  @Test(arguments: twins)
  func textsOfOtherBytesDiffer(left: String, right: String) {
    let (isSame, differs) = (left == right, left != right)
    #expect(!isSame && differs)
    let (oneIsLess, isLess) = (left < right, right < left)
    #expect(oneIsLess != isLess)
    let (some, other): (String?, String?) = (left, right)
    let optionals = (some == other, some != other, some == nil)
    #expect(optionals == (false, true, false))
    let (lists, parts) = ([left] == [right], left[...] == right[...])
    #expect(!lists && !parts)
    let (isIn, place) = ([left].contains(right), [left].firstIndex(of: right))
    #expect(!isIn && place == nil)
    let beginnings = ((left + "x").hasPrefix(right), ("x" + left).hasSuffix(right))
    #expect(beginnings == (false, false))
    switch left {
    case right: Issue.record("switch takes one for the other")
    default: break
    }
    #expect(Set([ByteText(left), ByteText(right)]).count == 2)
  }

  @Test func textsOfTheSameBytesAreTheSame() {
    for length in 0..<40 {
      let text = String(repeating: "n", count: length) + "\u{E9}"
      let copy = String(decoding: Array(text.utf8), as: UTF8.self)
      let isSame = text == copy
      #expect(isSame)
      for place in 0..<length {
        var bytes = Array(text.utf8)
        bytes[place] += 1
        let other = String(decoding: bytes, as: UTF8.self)
        let differs = text != other
        #expect(differs)
      }
      #expect(ByteText(text).hashValue == ByteText(copy).hashValue)
    }
  }

  /// Scalars that draw what stands before or behind them into one character.
  static let binders: [Unicode.Scalar] = [
    "\u{301}", "\u{600}", "\u{110BD}", "\u{200D}", "\u{FE0F}", "\u{20DD}", "\u{1F3FB}", "\u{94D}",
  ]

  @Test(arguments: binders)
  func nothingHidesAScalar(binder: Unicode.Scalar) {
    let text = "a'\(binder){{\(binder)b/\(binder)c"
    #expect(text.contains("{{"))
    #expect(text.contains("'" as Unicode.Scalar))
    let parts = text.split(separator: "/").map(String.init)
    #expect(parts == ["a'\(binder){{\(binder)b", "\(binder)c"])
    #expect(text.replacing("'", with: "''") == "a''\(binder){{\(binder)b/\(binder)c")
    #expect(text.firstIndex(of: "'") != nil && text.lastIndex(of: "/") != nil)
    #expect("\(binder){".last == "{" && "'\(binder)".first == "'")
    #expect("\n\(binder)".hasPrefix("\n") && "\(binder)\n".hasSuffix("\n"))
    #expect("'\(binder)".count == 2)
    #expect("\r\n".split(separator: "\n").map(String.init) == ["\r"])
  }

  @Test func replacingGoesFromTheLeft() {
    #expect("aaa".replacing("aa", with: "b") == "ba")
    #expect("".replacing("a", with: "b") == "")
    #expect("abc".replacing("", with: "b") == "abc")
    #expect("abab".replacing("b", with: "bb") == "abbabb")
    #expect("a".firstRange(of: "ab") == nil)
  }
}
