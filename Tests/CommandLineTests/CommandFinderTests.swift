import Testing

@testable import CommandLine

/// The command among words that may begin with options.
@Suite struct CommandFinderTests {
  private func place(_ words: String...) throws -> Int? {
    try CommandFinder(tool: sampleTool).place(in: words)
  }

  @Test func valuesOfOptionsAreNotTheCommand() throws {
    #expect(try place("fire") == 0)
    #expect(try place("-c", "show", "fire") == 2)
    #expect(try place("-cshow", "fire") == 1)
    #expect(try place("--config=show", "fire") == 1)
    #expect(try place("--config", "show", "fire") == 2)
    #expect(try place("--shelf", "a", "-q", "show") == 3)
    #expect(try place("-qc", "show", "fire") == 2)
    #expect(try place("-qcshow", "fire") == 1)
  }

  @Test func aShortFormIsEnoughWhereAllThatItMeansTakeAValue() throws {
    #expect(try place("--co", "show", "fire") == 2)
  }

  @Test func twoDashesEndTheOptions() throws {
    #expect(try place("--", "fire") == 1)
    #expect(try place("-q", "--") == nil)
  }

  @Test func anUnknownOptionIsHeldToAllOptionsAndCommands() {
    let error = refused("--confg", "x", "fire")
    #expect(error?.message == "'kiln' has no option '--confg'")
    #expect(error?.known.contains("--config") == true)
    #expect(refused("--fire")?.known.contains("fire") == true)
  }
}
