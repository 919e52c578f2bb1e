import Diagnostics
import Testing

private let fault = DiagnosticID("test/fault", meaning: "A test.", remedy: "Nothing.")

@Suite struct DiagnosticTextTests {
  @Test func aDiagnosticShowsItsLineWithACaret() {
    let file = SourceFile(path: "a.yaml", text: "x: 1\n\tkey: value\n")
    var list = DiagnosticList()
    list.error(
      fault, "wrong value", at: Span(file: file, line: 2, column: 7, length: 5),
      notes: [Diagnostic.Note("see here", at: Span(file: file, line: 1, column: 1))],
      hint: "write another")
    #expect(
      DiagnosticText.render(list) == """
        a.yaml:2:7: error: wrong value [test/fault]
         2 | \tkey: value
           | \t     ^~~~~
        a.yaml:1:1: note: see here
         hint: write another

        """)
  }

  @Test func repetitionsAreShownOnceAndTheRestIsCounted() {
    let file = SourceFile(path: "a.yaml", text: "x\n")
    var list = DiagnosticList()
    for line in [3, 1, 2, 1] {
      list.warning(fault, "w", at: Span(file: file, line: line, column: 0))
    }
    #expect(list.sorted.map { $0.span?.line } == [1, 2, 3])
    #expect(DiagnosticText.render(list, limit: 2).hasSuffix("… and 1 more; mend these first\n"))
  }

  @Test func longLinesAreCutAroundThePlace() {
    let file = SourceFile(path: "a", text: String(repeating: "a", count: 500) + "X\n")
    var list = DiagnosticList()
    list.error(fault, "m", at: Span(file: file, line: 1, column: 501))
    let lines = DiagnosticText.render(list).split(separator: "\n").map(Array.init)
    #expect(lines[1].count < 180)
    #expect(lines[1].firstIndex(of: "X") == lines[2].firstIndex(of: "^"))
  }

  @Test func theNearestNameIsWhatWasMeant() {
    let names = ["securityContext", "volumeMounts", "env"]
    #expect(NearestName.of("securtyContext", among: names) == "securityContext")
    #expect(NearestName.of("volumemounts", among: names) == "volumeMounts")
    #expect(NearestName.of("image", among: names) == nil)
  }
}
