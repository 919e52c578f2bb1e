import Testing

@testable import CommandLine

/// Words that begin with a dash.
@Suite struct OptionWordTests {
  @Test(
    arguments: [
      ("--config", "--config", nil), ("--config=x=y", "--config", "x=y"),
      ("--config=", "--config", ""),
      ("-c", "-c", nil), ("-cx", "-c", "x"), ("-c=x", "-c", "=x"), ("-ü☃", "-ü", "☃"),
    ] as [(String, String, String?)])
  func aWordIsTakenApart(word: String, name: String, rest: String?) {
    let option = OptionWord(word)
    #expect(option?.name == name)
    #expect(option?.rest == rest)
  }

  @Test func otherWordsAreNone() {
    #expect(OptionWord("-") == nil)
    #expect(OptionWord("config") == nil)
    #expect(OptionWord("") == nil)
  }

  @Test func aBeginningMeansAllOptionsThatBeginSo() throws {
    let options = sampleTool.commandOptions
    func names(_ word: String) -> [String]? {
      OptionWord(word)?.matches(among: options).map(\.name)
    }
    #expect(names("--con") == ["config"])
    #expect(names("--co=x") == ["config", "color"])
    #expect(names("-c") == ["config"])
    #expect(names("--") == [])
    #expect(names("-x") == [])
    let ab = ["a", "ab"].map { OptionSpec(name: $0, value: .none, summary: "") }
    #expect(OptionWord("--a")?.matches(among: ab).map(\.name) == ["a"])
  }
}
