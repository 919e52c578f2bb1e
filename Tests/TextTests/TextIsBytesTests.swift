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

  /// As Go's `strings.ToLower` and `strings.ToUpper`: one scalar for one.
  @Test(arguments: [
    ("aZ\u{E9}", "az\u{E9}", "AZ\u{C9}"), ("ß", "ß", "ß"), ("\u{130}", "i", "\u{130}"),
    ("\u{212A}", "k", "\u{212A}"), ("\u{FB01}", "\u{FB01}", "\u{FB01}"),
    ("\u{1F80}", "\u{1F80}", "\u{1F88}"), ("\u{1C6}", "\u{1C6}", "\u{1C4}"),
    ("ΑΣ", "ας".replacing("ς", with: "σ"), "ΑΣ"),
  ])
  func caseIsGoes(text: String, lower: String, upper: String) {
    #expect(text.lowercased() == lower)
    #expect(text.uppercased() == upper)
    #expect(text.dropFirst(0).lowercased() == lower)
  }

  @Test(arguments: binders)
  func nothingIsCutOffWithAScalar(binder: Unicode.Scalar) throws {
    let text = "a:\(binder)b"
    let colon = try #require(text.firstIndex(of: ":"))
    #expect(text[text.index(after: colon)...] == "\(binder)b")
    #expect(text[...colon] == "a:")
    #expect(text[...][...colon] == "a:")
    #expect("a[\(binder)b"[...].split { $0 == "[" }.map(String.init) == ["a", "\(binder)b"])
    #expect("a..\(binder)b"[...].parts(between: "..").map(String.init) == ["a", "\(binder)b"])
    #expect("b\(binder)"[...].suffix(1) == "\(binder)")
    #expect("a\(binder)".indices.count == 2)
  }

  @Test func listsAreComparedByBytes() {
    for (one, other) in Self.twins {
      #expect(![one as String?, nil].contains(other as String?))
      #expect(![[one]].contains([other]))
      #expect(![one[...] as Substring?].contains(other[...] as Substring?))
      #expect(["a", one].lastIndex(of: other) == nil)
      let (left, right): ([String]?, [String]?) = ([one], [other])
      let isSame = left == right
      #expect(!isSame)
      #expect(!["a", one].starts(with: ["a", other]))
      #expect(["a", one].starts(with: ["a", one]))
    }
  }
}
