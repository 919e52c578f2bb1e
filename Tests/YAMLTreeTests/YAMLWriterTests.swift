import Diagnostics
import TestSupport
import Testing
import Values
import YAMLTree

/// The tree that a node holds.
private func value(_ node: YAMLNode) -> PlainValue {
  switch node.content {
  case .scalar(let scalar):
    PlainValue(scalar.value)
  case .sequence(let items): .list(items.map(value))
  case .mapping(let entries): .mapping(entries.map { .init($0.key, value($0.value)) })
  }
}

private func reread(_ tree: PlainValue) -> PlainValue? { reread(text: YAMLWriter.text(tree)) }

private func reread(text: String) -> PlainValue? {
  var diagnostics = DiagnosticList()
  return YAMLReader.read(SourceFile(path: "a", text: text), into: &diagnostics).map(value)
}

@Suite struct YAMLWriterTests {
  static let nasty = [
    "", " ", "a", "yes", "No", "on", "y", "null", "~", "true", "012", "0x1F", "1e3", "1_000", ".5",
    "-0", "12:30:45", "2024-01-02", "=", "<<", "100m", "1.2.3", "v1.15.3", "a: b", "a:", "a #b",
    "#a", "- a", "-", "--", "---", "?", "? a", "*a", "&a", "!a", "%a", "@a", "`a", "'", "\"", "a'b",
    "a\"b", "\\", "{{ project }}", "[a]", "{a}", "a, b", "line\nline", "line\n", "line\n\n",
    "\nline",
    "  lead\nmore", "trail \nmore", "\ttab", "a\tb", "é", "\u{1F600}", "\u{85}", "\u{FEFF}",
    "\u{7}",
    "a\r\nb", "|", ">", "cr.flyte.org/x:v1", "1.30", "30s", "1h", "/tmp", "_x", "a\u{2028}b",
    "ALL", "RuntimeDefault", "kubernetes.io/x", "0o17", "+1", "1:", "a\n b\n", "inf", ".inf", "NaN",
  ]

  @Test(arguments: nasty) func everyTextComesBackAsTheSameText(text: String) {
    let tree = PlainValue.mapping([
      .init("k", .string(text)),
      .init("l", .list([.string(text), .mapping([.init("m", .string(text))])])),
    ])
    #expect(reread(tree) == tree)
    #expect(reread(.mapping([.init(text, .integer(1))])) == .mapping([.init(text, .integer(1))]))
    #expect(reread(.string(text)) == .string(text))
  }

  @Test func whateverTheTextIsItComesBack() {
    var texts = HostileTexts(seed: 12)
    for _ in 0..<3_000 {
      let text = texts.next()
      let tree = PlainValue.mapping([.init("k", .string(text)), .init("l", .list([.string(text)]))])
      let written = YAMLWriter.text(tree)
      #expect(reread(tree) == tree)
      #expect(written.allSatisfy { $0.isShown || $0 == "\n" || $0 == "\t" })
      let flow = "{ k: \(YAMLWriter.flowScalar(text)), l: [\(YAMLWriter.flowScalar(text))] }\n"
      #expect(reread(text: flow) == tree, "\(flow)")
    }
  }

  @Test func whatYAML11ReadsAsAnotherTypeIsQuoted() {
    for text in ["yes", "12:30:45", "2024-01-02", "012", "1_000", "=", "y", "0b11"] {
      #expect(YAMLWriter.scalar(text) == "'\(text)'")
    }
    for text in ["v1.15.3", "100m", "ALL", "/tmp", "cr.flyte.org/x:v1", "30s"] {
      #expect(YAMLWriter.scalar(text) == text)
    }
  }

  @Test func theStyleIsBlocksIndentedByTwo() {
    let tree = PlainValue.mapping([
      .init(
        "a", .list([.mapping([.init("x", .integer(1)), .init("y", .list([]))]), .list([.null])])),
      .init("t", .string("one\ntwo\n")), .init("e", .mapping([])),
    ])
    #expect(
      YAMLWriter.text(tree) == """
        a:
          - x: 1
            'y': []
          -
            - null
        t: |
          one
          two
        e: {}

        """)
  }
}
