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

  /// Nothing in a word ends its quotes, whatever is drawn into one character with them.
  @Test(arguments: ["sh", "bash"])
  func theShellReadsBackWhateverTheWordsAre(name: String) throws {
    var texts = HostileTexts(seed: 12)
    // A shell of POSIX cannot say a line end at a word's end on one line.
    let words = (0..<2_000).map { _ in texts.next() }.filter { name != "sh" || !$0.hasSuffix("\n") }
    let command = ShellText.of(words)
    #expect(command.allSatisfy(\.isShown))
    let folder = try TemporaryFolder()
    let shell = try #require(Program(named: name))
    let result = try shell.run(["-s"], in: folder.url, input: Array("printf '%s|' \(command)".utf8))
    #expect(result.text == words.map { $0 + "|" }.joined())
    #expect(Snapshots.files(in: folder.url).isEmpty)
    #expect(result.complaint == "")
  }
}
