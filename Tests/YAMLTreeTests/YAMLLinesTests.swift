import Testing
import Values
import YAMLTree

@Suite struct YAMLLinesTests {
  static let values: [PlainValue] = [
    .string("a"), .mapping([]), .list([]),
    .mapping([.init("a", .integer(1)), .init("b", .mapping([.init("c", .list([.null]))]))]),
    .mapping([
      .init("a", .string("x\ny\n")), .init("b", .string("x\n\n\ny")), .init("c", .mapping([])),
    ]),
    .list([
      .mapping([
        .init("name", .string("n")), .init("args", .list([.string("--a"), .string("l\nm")])),
      ]),
      .list([.list([.string("x")]), .string("y")]), .mapping([]),
    ]),
    .mapping([.init("key\nof two lines", .string("'\"\u{1}"))]),
  ]

  @Test(arguments: values) func theLinesAreThoseOfTheText(value: PlainValue) {
    let whole = PlainValue.mapping([.init("k", value), .init("end", .null)])
    let written = YAMLLines(whole)
    #expect(written.lines.map { $0 + "\n" }.joined() == YAMLWriter.text(whole))
    #expect(written.line(of: []) == 1)
    #expect(written.line(of: [.key("k")]) == 1)
    // What comes last is on the last line, however many lines come before it.
    #expect(written.line(of: [.key("end")]) == written.lines.count)
    #expect(written.line(of: [.key("missing")]) == nil)
  }

  @Test func anEntryOfAListBeginsAtItsDash() {
    let written = YAMLLines(
      .mapping([
        .init(
          "list",
          .list([
            .string("two\nlines"),
            .mapping([.init("name", .string("n")), .init("args", .list([.string("--a")]))]),
          ]))
      ]))
    #expect(written.line(of: [.key("list"), .index(1)]) == 5)
    #expect(written.line(of: [.key("list"), .index(1), .key("name")]) == 5)
    #expect(written.line(of: [.key("list"), .index(1), .key("args"), .index(0)]) == 7)
    #expect(written.lines[6].contains("--a"))
  }
}
