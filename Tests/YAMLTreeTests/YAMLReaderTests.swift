import Diagnostics
import Testing
import YAMLTree

/// The faults of reading a text, by name and place.
private func faults(_ text: String, limits: YAMLLimits = .standard) -> [String] {
  faults(Array(text.utf8), limits: limits)
}

private func faults(_ bytes: [UInt8], limits: YAMLLimits = .standard) -> [String] {
  var diagnostics = DiagnosticList()
  let node = YAMLReader.read(
    SourceFile(path: "a.yaml", bytes: bytes), limits: limits, into: &diagnostics)
  #expect((node == nil) == diagnostics.hasErrors)
  return diagnostics.sorted.map {
    "\($0.id.name) \($0.span?.line ?? -1):\($0.span?.column ?? -1)"
  }
}

@Suite struct YAMLReaderTests {
  @Test(arguments: [
    ("a: 1\na: 2\n", "yaml/duplicate-key 2:1"),
    ("a: {<<: 1}\n", "yaml/merge-key 1:5"),
    ("? [a]\n: 1\n", "yaml/complex-key 1:3"),
    ("a: !mine 1\n", "yaml/tag 1:4"),
    ("a: *b\n", "yaml/alias 1:4"),
    ("a: &b [*b]\n", "yaml/alias 1:8"),
    ("a: 1\n---\nb: 2\n", "yaml/several-documents 3:1"),
    ("# nothing\n", "yaml/empty 0:0"),
    ("a:\n\t- b\n", "yaml/syntax 2:1"),
    ("a: [1, 2\n", "yaml/syntax 1:4"), ("a: {b: 1\nc: [2]\n", "yaml/syntax 2:2"),
    ("a: 'b\nc: d\n", "yaml/syntax 1:4"), ("a: 1\nfoo\nb: 2\n", "yaml/syntax 2:1"),
    ("a: b: c\n", "yaml/syntax 1:5"),
    ("a: \u{0}\n", "yaml/encoding 1:4"),
  ])
  func aFaultHasAPlace(text: String, expected: String) {
    #expect(faults(text) == [expected])
  }

  @Test(arguments: [
    ("\u{FEFF}a: 1\na: 2\n", "yaml/duplicate-key 2:1"), ("\u{FEFF}a: b: c\n", "yaml/syntax 1:5"),
    ("\u{FEFF}a: \u{7}\n", "yaml/encoding 1:4"), ("\u{FEFF}", "yaml/empty 0:0"),
    ("a: 1\ra: 2\r", "yaml/duplicate-key 2:1"), ("a: 1\r\na: 2\r\n", "yaml/duplicate-key 2:1"),
    ("b: 'x\u{2028}y'\na: 1\na: 2\n", "yaml/duplicate-key 3:1"),
    ("b: 'x\u{85}\u{2029}y'\na: 1\nc: b: c\n", "yaml/syntax 3:5"),
  ])
  func linesAreCountedAsEditorsDo(text: String, expected: String) {
    #expect(faults(text) == [expected])
  }

  @Test(arguments: [
    ("a: \"b\nc: d\n", "this quote is never closed", []),
    ("a: {b: c\n", "this '{' is never closed", []),
    ("a: {b: c\nd: [e]\n", "did not find expected ',' or '}'", ["the '{' opens here 1:4"]),
    ("a: [1 }\n", "did not find expected ',' or ']'", ["the '[' opens here 1:4"]),
    ("a: 1\n  b: 2\n", "mapping values are not allowed in this context", []),
    ("a: 1\nb: 'c' d\n", "did not find expected key", ["the mapping starts here 1:1"]),
    ("a: \"\\q\"\n", "found unknown escape character", ["the quote opens here 1:4"]),
    ("a: \u{0}\n", "the control character U+0000 is not allowed in YAML", []),
  ])
  func aFaultTellsWhatItBelongsTo(text: String, message: String, notes: [String]) {
    var diagnostics = DiagnosticList()
    #expect(YAMLReader.read(SourceFile(path: "a", text: text), into: &diagnostics) == nil)
    #expect(diagnostics.diagnostics.map(\.message) == [message])
    #expect(
      diagnostics.diagnostics.flatMap(\.notes).map {
        "\($0.message) \($0.span?.line ?? 0):\($0.span?.column ?? 0)"
      } == notes)
  }

  @Test func bytesThatAreNotUTF8AreShownWhereTheyStand() {
    #expect(faults(Array("ab: é\nc: ".utf8) + [0xC3, 0x28]) == ["yaml/encoding 2:5"])
    #expect(faults([0xFF, 0xFE, 0x61, 0x00]) == ["yaml/encoding 1:1"])
  }

  @Test func allFaultsOfATextAreFoundAtOnce() {
    #expect(
      faults("a: 1\na: 2\nb: !x 1\nc: *d\n")
        == ["yaml/duplicate-key 2:1", "yaml/tag 3:4", "yaml/alias 4:4"])
  }

  @Test func limitsHold() {
    var limits = YAMLLimits()
    limits.nodes = 100
    let bomb = "a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n"
    #expect(faults(bomb, limits: limits).map { $0.prefix(14) } == ["yaml/too-large"])
    #expect(
      faults(String(repeating: "[", count: 100_000)).map { $0.prefix(14) } == ["yaml/too-large"])
    // Each value counts once, however deep it lies; keys are none.
    limits.nodes = 10
    #expect(faults("a: [[[[1,2]]]]\nb: {c: {d: 3}}\n", limits: limits) == [])
    #expect(faults("a: [[[[1,2]]]]\nb: {c: {d: [3]}}\n", limits: limits).count == 1)
    limits = YAMLLimits()
    // Aliases can nest deeper than the text does.
    let levels = (1...200).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(faults("- &a0 [x]\n" + levels).map { $0.prefix(14) } == ["yaml/too-large"])
    // So do the bytes of texts, keys among them, each time an alias stands for them.
    limits.textBytes = 10
    #expect(faults("a: &x 1234\nb: *x\n", limits: limits) == [])
    #expect(faults("a: &x 12345\nb: *x\n", limits: limits) == ["yaml/too-large 2:4"])
    limits = YAMLLimits()
    limits.scalarBytes = 10
    #expect(faults("a: 12345678901\n", limits: limits) == ["yaml/too-large 1:4"])
    limits.fileBytes = 3
    #expect(faults("a: 1\n", limits: limits) == ["yaml/too-large 0:0"])
  }

  @Test(arguments: [
    ("no", YAMLScalar.Value.string("no")), ("0o17", .integer(15)), ("0x1F", .integer(31)),
    ("012", .integer(12)), ("1e3", .double(1000)), ("~", .null), ("", .null),
    ("12:30", .string("12:30")), ("9223372036854775808", .double(9.223372036854776e18)),
    ("'1'", .string("1")), ("!!str 1", .string("1")), ("1.2.3", .string("1.2.3")),
    ("True", .bool(true)), (".5", .double(0.5)), ("-", .string("-")), ("0x-1", .string("0x-1")),
  ])
  func scalarsHaveTheTypesOfTheCoreSchema(text: String, value: YAMLScalar.Value) throws {
    var diagnostics = DiagnosticList()
    let text = text == "-" ? "'-'" : text
    let file = SourceFile(path: "a", text: "k: \(text)\n")
    let node = try #require(YAMLReader.read(file, into: &diagnostics))
    guard case .mapping(let entries) = node.content,
      case .scalar(let scalar) = entries[0].value.content
    else {
      Issue.record("not a scalar")
      return
    }
    #expect(scalar.value == value)
  }

  @Test func noBytesCrashTheReader() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let seed = Array(
      "a: &x [1, {b: c}, *x]\nd: |\n  text\n? k\n: 'q'\n--- !t\n\"e\\u12\": >-\n".utf8)
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0..<(1 + random(6)) {
        switch random(3) {
        case 0: bytes[random(bytes.count)] = UInt8(random(256))
        case 1: bytes.insert(seed[random(seed.count)], at: random(bytes.count))
        default: bytes.remove(at: random(bytes.count))
        }
      }
      _ = faults(bytes)
    }
  }
}
