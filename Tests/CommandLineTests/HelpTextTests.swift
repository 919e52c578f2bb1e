import Testing

@testable import CommandLine

/// Help as a reader sees it.
@Suite struct HelpTextTests {
  @Test func ofTheTool() {
    #expect(
      HelpText.of(sampleTool) == """
        kiln 1.2.3
        Fires pots.

        usage: kiln COMMAND [OPTION…]

          fire   Fire pots.
          show   Show a pot.
          help   Print help on all commands, or on one command, config key or error.

          -h, --help      print this
              --version   print the version

        'kiln COMMAND --help' shows more.

        """)
  }

  @Test func ofACommand() {
    #expect(
      HelpText.of(sampleTool.specs[1], in: sampleTool) == """
        usage: kiln show POT [SIDE] [OPTION…]

        Show a pot.

        From all sides.

          POT    which
          SIDE   from where

              --shelf PATH   where it stands
          -h, --help         print this
              --version      print the version

        """)
    let fire = HelpText.of(sampleTool.specs[0], in: sampleTool)
    #expect(fire.contains("  -c, --config PATH      how hot (default: kiln.yaml)\n"))
    #expect(fire.contains("      --pot NAME         this one; can be repeated\n"))
    #expect(fire.contains("      --color red|blue   its glaze\n"))
  }

  @Test func aLongChoiceStandsBehindItsOptionAndIsWrapped() {
    let words = (1...12).map { "glaze-number-\($0)" }
    let dip = CommandSpec(
      name: "dip", summary: "Dip a pot.",
      options: [OptionSpec(name: "glaze", value: .choice(words), summary: "what with")])
    let lines = HelpText.of(dip, in: sampleTool).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("      --glaze GLAZE   what with: glaze-number-1, ") })
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.contains { $0.hasSuffix("glaze-number-12") })
  }
}
