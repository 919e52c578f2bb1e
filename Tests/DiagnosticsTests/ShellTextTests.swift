import Diagnostics
import TestSupport
import Testing

/// Commands in hints, as a shell reads them.
@Suite struct ShellTextTests {
  @Test func plainWordsStayPlain() {
    #expect(ShellText.of(["generate", "--config", "a/b-c.yaml"]) == "generate --config a/b-c.yaml")
  }

  @Test func theShellReadsTheWordsBack() throws {
    let words = ["a b", "", "it's", "$HOME", "`x`", "~", "*", "a\nb", "\"", "ü ☃", "\\", "#", "''"]
    let shell = try #require(Program(named: "sh"))
    let folder = try TemporaryFolder()
    let result = try shell.run(["-c", "printf '%s|' " + ShellText.of(words)], in: folder.url)
    #expect(result.text == words.map { $0 + "|" }.joined())
  }
}
