import Diagnostics
import Testing
import YAMLTree

/// What reading a text gives: its faults by name and place.
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
    ("a: [1, 2\n", "yaml/syntax 2:1"),
    ("a: b: c\n", "yaml/syntax 1:5"),
    ("a: \u{0}\n", "yaml/encoding 1:4"),
  ])
  func aFaultHasAPlace(text: String, expected: String) {
    #expect(faults(text) == [expected])
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
