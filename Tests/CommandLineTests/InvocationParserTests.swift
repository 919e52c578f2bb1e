import Testing

@testable import CommandLine

/// The words of one command.
@Suite struct InvocationParserTests {
  @Test func anOptionMayStandAnywhereAndInAnyForm() throws {
    let expected = #"fire [] config=["x.yaml"]"#
    #expect(try asked("fire", "--config", "x.yaml") == expected)
    #expect(try asked("fire", "--config=x.yaml") == expected)
    #expect(try asked("fire", "--con=x.yaml") == expected)
    #expect(try asked("fire", "-c", "x.yaml") == expected)
    #expect(try asked("fire", "-cx.yaml") == expected)
    #expect(try asked("-c", "x.yaml", "fire") == expected)
    #expect(try asked("--config=x.yaml", "fire") == expected)
    #expect(try asked("fire", "-c=x.yaml") == #"fire [] config=["=x.yaml"]"#)
    #expect(try asked("fire", "-qcx") == #"fire [] config=["x"] quick=[""]"#)
    #expect(try asked("show", "a", "--shelf", "b", "c") == #"show ["a", "c"] shelf=["b"]"#)
  }

  @Test func repeatedValuesAreKept() throws {
    #expect(try asked("fire", "--pot", "a", "--pot=b") == #"fire [] pot=["a", "b"]"#)
    #expect(refused("fire", "-c", "a", "--config", "b")?.message == "'--config' is given twice")
  }

  @Test func behindTwoDashesAreArguments() throws {
    #expect(try asked("show", "--", "--shelf", "-q") == #"show ["--shelf", "-q"] "#)
    #expect(try asked("--", "show", "--shelf") == #"show ["--shelf"] "#)
  }

  @Test func anUnknownOptionIsHeldToThoseOfTheCommand() {
    #expect(refused("fire", "--quik")?.known.contains("--quick") == true)
    #expect(refused("fire", "--hepl")?.known.contains("--help") == true)
    let error = refused("fire", "--shelf", "x")
    #expect(error?.message == "'fire' has no option '--shelf'")
    #expect(error?.hint == "it is an option of 'show'")
  }

  @Test func aBeginningOfSeveralIsRefused() {
    #expect(refused("fire", "--co", "x")?.hint == "use one of these: --config, --color")
  }

  @Test func flagsTakeNoValue() {
    #expect(refused("fire", "--quick=yes")?.message == "'--quick' takes no value")
    #expect(refused("fire", "--help=x")?.message == "'--help' takes no value")
  }

  @Test func valuesAreHeldToWhatTheOptionTakes() {
    #expect(refused("fire", "--config")?.message == "'--config' needs a value")
    #expect(
      refused("fire", "--color", "bleu")?.message
        == "'--color' cannot be 'bleu': it must be one of red, blue")
  }

  @Test(arguments: [["fire", "--config", ""], ["fire", "--config="], ["fire", "--pot", ""]])
  func anEmptyValueIsRefused(words: [String]) {
    #expect(throws: UsageError.self) { try sampleTool.parse(words) }
  }

  @Test func argumentsAreCounted() {
    #expect(refused("show")?.message == "'show' needs POT")
    #expect(refused("show", "")?.message == "POT is empty")
    #expect(refused("fire", "x")?.message == "unexpected argument 'x' for 'fire'")
  }

  @Test func anOptionThatTookAnotherIsNamed() {
    let error = refused("fire", "--config", "-q", "out")
    #expect(error?.message == "unexpected argument 'out' for 'fire'")
    #expect(error?.hint == "'-q' was read as the value of '--config'")
  }
}
