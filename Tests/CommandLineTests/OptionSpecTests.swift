import Testing

@testable import CommandLine

/// The values that an option takes, in words.
@Suite struct OptionSpecTests {
  @Test(
    arguments: [
      (.none, nil), (.path, "PATH"), (.choice(["a", "b"]), "a|b"), (.text("NAME"), "NAME"),
    ] as [(OptionSpec.Value, String?)])
  func aValueHasANameInHelp(value: OptionSpec.Value, name: String?) {
    #expect(OptionSpec(name: "x", value: value, summary: "").placeholder == name)
  }
}
