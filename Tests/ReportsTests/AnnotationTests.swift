import Diagnostics
import Reports
import Testing

@Suite struct AnnotationTests {
  private func lines(_ annotations: [Annotation]) -> [String] {
    Annotation.lines(annotations, report: "verify", unit: "files").text
      .split(separator: "\n").map(String.init)
  }

  private func annotation(_ number: Int, severity: Severity = .error) -> Annotation {
    Annotation(severity: severity, at: nil, title: "t\(number)", text: "x")
  }

  @Test func whatWouldEndAPropertyOrALineIsEscaped() {
    let annotation = Annotation(
      severity: .warning, at: .init(path: "a,b:c%.yaml", line: 3, column: 7), title: "a: b",
      text: "100 %\r\nof it, all: of it")
    #expect(
      lines([annotation]) == [
        "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=7,title=a%3A b::100 %25%0D%0Aof it, all: of it"
      ])
  }

  @Test func aPlaceWithoutAColumnIsALine() {
    let annotation = Annotation(
      severity: .error, at: .init(path: "a", line: 1), title: "t", text: "x")
    #expect(lines([annotation]) == ["::error file=a,line=1,title=t::x"])
  }

  @Test func thereAreNeverMoreThanGitHubShows() {
    let ten = (1...10).map { annotation($0) }
    #expect(lines(ten).count == 10)
    #expect(lines(ten).last == "::error title=t10::x")
    let all = lines(ten + [annotation(11), annotation(12, severity: .warning)])
    #expect(all.count == 11)
    #expect(all[8] == "::error title=t9::x")
    #expect(all[9] == "::error title=verify::2 more files, which GitHub would not show")
    #expect(all[10] == "::warning title=t12::x")
  }
}
