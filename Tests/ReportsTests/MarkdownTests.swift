import Diagnostics
import Reports
import Testing

@Suite struct MarkdownTests {
  @Test func nothingOfATextIsMarkdown() {
    #expect(
      Markdown.escaped("<b> & *a* _b_ [c](d) `e` | ~ @f \\")
        == ##"&lt;b&gt; &amp; \*a\* \_b\_ \[c\](d) \`e\` \| \~ \@f \\"##)
  }

  @Test func aFenceIsLongerThanWhatItEncloses() {
    #expect(Markdown.block(["a", "```"], language: "diff").text == "````diff\na\n```\n````\n")
    #expect(Markdown.block(["a"], language: "sh").text == "```sh\na\n```\n")
  }

  @Test func aReportIsCutAtALineAndTheRestIsCounted() {
    let line: TerminalText = "\(String(repeating: "x", count: 99))\n"
    let whole = Array(repeating: line, count: 600)
    #expect(Markdown.report(whole.joined()) == whole.joined())
    let cut = Markdown.report((whole + [line, line]).joined())
    #expect(cut == whole.joined() + "\n… and 2 more lines: the report is cut at 60 kB\n")
    let parts = Markdown.report(whole + [line], unit: "file")
    #expect(parts == whole.joined() + "\n… and 1 more file: the report is cut at 60 kB\n")
  }
}
