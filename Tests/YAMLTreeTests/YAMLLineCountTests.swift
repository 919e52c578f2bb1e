import Testing
import Values
import YAMLTree

@Suite struct YAMLLineCountTests {
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

  @Test(arguments: values) func theCountIsThatOfTheText(value: PlainValue) {
    let whole = PlainValue.mapping([.init("k", value)])
    let lines = YAMLWriter.text(whole).utf8.count { $0 == UInt8(ascii: "\n") }
    #expect(YAMLWriter.lineCount(of: whole) == lines)
    #expect(YAMLWriter.lineCount(under: value) == lines)
  }
}
