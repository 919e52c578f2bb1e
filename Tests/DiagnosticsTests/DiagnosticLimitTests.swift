import Testing

@testable import Diagnostics

@Suite struct DiagnosticLimitTests {
  private let fault = DiagnosticID("test/fault", meaning: "A test.", fix: "Nothing.")

  @Test func theFirstThousandAreKeptAndTheOthersAreNotEvenMade() {
    var list = DiagnosticList()
    var made = 0
    func text() -> String {
      made += 1
      return "wrong \(made)"
    }
    for _ in 0..<2_500 { list.error(fault, text(), at: nil, hint: text()) }
    list.warning(fault, "one", at: nil)
    #expect(made == 2_000)
    #expect(list.errorCount == 2_500)
    #expect(list.passedOver(.error) == 1_500)
    #expect(list.diagnostics.count == 1_001)
    #expect(
      DiagnosticText.render(list).text.hasSuffix(
        "… and 2400 errors, 1 warning more; fix these first\n")
    )
    var other = DiagnosticList()
    other.append(contentsOf: list)
    #expect(other.errorCount == 2_500)
    #expect(other.passedOver(.error) == 1_500)
  }

  /// Each against each before it would be a half million comparisons of whole diagnostics.
  @Test func repetitionsOfOnePlaceAreFound() {
    let span = Span(file: SourceFile(path: "a", text: "x\n"), line: 1, column: 1)
    var list = DiagnosticList()
    for number in 0..<1_000 { list.error(fault, "wrong \(number / 2)", at: span) }
    #expect(list.sorted.map(\.message) == (0..<500).map { "wrong \($0)" })
  }

  @Test func aNearNameIsFoundAlike() {
    let names = ["securityContext", "runAsUser", "runAsGroup", "fsGroup", "v1.16.0", "v1.16.8"]
    var prepared = NearestNames(names)
    for (word, meant) in [
      ("runAsUsr", "runAsUser"), ("RUNASUSER", "runAsUser"), ("runAsGruop", "runAsGroup"),
      ("securitycontxt", "securityContext"), ("v1.16.9", "v1.16.8"), ("xyz", nil), ("ab", nil),
      ("runAsUserrrrr", nil),
    ] as [(String, String?)] {
      #expect(NearestName.of(word, among: names) == meant, "\(word)")
      #expect(prepared.of(word) == meant, "\(word)")
    }
  }

  @Test func searchesForNearNamesEnd() {
    let long = String(repeating: "a", count: 1 << 20)
    #expect(NearestName.of(long + "b", among: [long + "c"]) == nil)
    var names = NearestNames((0..<100).map { "name-\($0)" }, patience: 150)
    #expect(names.of("nama-7") != nil)
    for _ in 0..<20 { _ = names.of("nama-x7") }
    #expect(names.of("nama-7") == nil)
  }

  @Test func aLongLineIsShownInPart() throws {
    let line = String(repeating: "é", count: 1_000) + "x" + String(repeating: "y", count: 1_000)
    let file = SourceFile(path: "a", text: line + "\nz\n")
    let excerpt = try #require(Excerpt(Span(file: file, line: 1, column: 1_001)))
    #expect(excerpt.line.hasPrefix(" 1 | …é") && excerpt.line.hasSuffix("y…"))
    let shown = excerpt.line.unicodeScalars.count - 5
    #expect(shown == 142)
    let place = excerpt.indent.unicodeScalars.count
    #expect(Array(excerpt.line.unicodeScalars)[place] == "x")
  }
}
