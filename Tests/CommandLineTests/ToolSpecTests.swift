import Testing

@testable import CommandLine

/// The request that the words after the program's name make.
@Suite struct ToolSpecTests {
  @Test func noWordsAskForHelp() throws {
    #expect(try asked() == "help ")
    #expect(try asked("help") == "help ")
    #expect(try asked("--help") == "help ")
    #expect(try asked("-h") == "help ")
  }

  @Test func helpIsACommandAndAnOptionOfAll() throws {
    #expect(try asked("help", "fire") == "help fire")
    #expect(try asked("help", "help") == "help help")
    #expect(try asked("help", "--help") == "help help")
    #expect(try asked("fire", "-h") == "help fire")
    #expect(try asked("--help", "fire") == "help fire")
    #expect(refused("help", "fire", "show")?.message.contains("unexpected argument") == true)
    #expect(try asked("help", "fre", "x") == "topic [\"fre\", \"x\"]")
  }

  @Test func theVersionIsToldAnywhere() throws {
    #expect(try asked("--version") == "version")
    #expect(try asked("fire", "--version") == "version")
    #expect(try asked("--versio") == "version")
  }

  @Test func aMissingCommandIsNamed() {
    #expect(refused("-q")?.message == "the command is missing")
    #expect(
      refused("--help=x") == UsageError("'--help' takes no value", word: "--help", command: nil))
    #expect(
      refused("--config", "fire")?.hint
        == "'fire' was read as the value of the option before it")
  }

  @Test func anUnknownCommandIsHeldToCommandsAndGlobalOptions() {
    let error = refused("version")
    #expect(error?.message == "there is no command 'version'")
    #expect(error?.known == ["fire", "show", "help", "--help", "--version"])
  }
}
