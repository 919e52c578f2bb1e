import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func positionsCountScalarsAndLines() {
    let file = SourceFile(path: "a.yaml", text: "é: 1\nb: 2\n")
    #expect(file.position(at: 4) == (1, 4))
    #expect(file.position(at: 6) == (2, 1))
    #expect(file.line(2) == "b: 2")
    #expect(file.line(9) == "")
  }
}
