import Diagnostics
import Reports
import Testing
import Values

/// The parts of formats that no command shows: text from outside in each of them.
@Suite struct FormatTests {
  private static let hostile = "<b>\"&|${report}\u{1B}[2J"

  @Test func aPageHasNoMarkupFromOutside() {
    let page = TablePage(
      title: Self.hostile, summary: Self.hostile, columns: ["kind", Self.hostile],
      rows: [.init(kind: Self.hostile, severity: .error, cells: [[Self.hostile]])],
      notes: [Self.hostile], report: .mapping([.init("a", .string("</script>" + Self.hostile))]),
      schema: "docs/a.schema.json"
    ).text.text
    #expect(!page.contains("<b>") && !page.contains("\u{1B}"))
    #expect(page[...].parts(between: "</script>").count == 3)
    // What is put in is not searched for slots.
    #expect(page.contains("${report}"))
  }

  @Test func casesAreCounted() {
    let text = JUnit(
      name: "flyte-harden test",
      suites: [
        .init(
          name: Self.hostile,
          cases: [
            .init(group: "a", name: Self.hostile, .passed),
            .init(group: "a", name: "b", .skipped(Self.hostile)),
            .init(group: "a", name: "c", .told(Self.hostile)),
            .init(group: "a", name: "d", .failed(kind: "k", message: "m", body: ["1", "2"])),
          ])
      ]
    ).text.text
    #expect(text.contains("tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"1\""))
    #expect(!text.contains("<b>") && text.contains("1\n2</failure>"))
  }

  @Test func theWorstResultsComeFirstAndEachHasItsOwnMark() {
    let results = [Severity.note, .error, .note].map {
      SARIFResult(rule: "a/b-c", severity: $0, message: "m", places: [], identity: ["same"])
    }
    let text = SARIFLog(
      rules: [
        SARIFRule(id: "a/b-c", title: "T.", help: "H.", level: "note"),
        SARIFRule(id: "a/other", title: "T.", help: "H.", level: "note"),
      ], results: results
    ).text.text
    let levels = text[...].parts(between: "\"level\": ").dropFirst().map { $0.prefix(6) }
    #expect(levels.map { String($0) } == ["\"note\"", "\"error", "\"note\"", "\"note\""])
    #expect(text.contains("\"name\": \"BC\"") && !text.contains("a/other"))
    #expect(text[...].parts(between: ":3\"").count == 3)
  }
}
