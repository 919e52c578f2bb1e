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
      HelpText.of(sampleTool.commands[1], in: sampleTool) == """
        usage: kiln show POT [SIDE] [OPTION…]

        Show a pot.

        From all sides.

          POT    which
          SIDE   from where

              --shelf PATH   where it stands
          -h, --help         print this
              --version      print the version

        """)
    let fire = HelpText.of(sampleTool.commands[0], in: sampleTool)
    #expect(fire.contains("  -c, --config PATH      how hot (default: kiln.yaml)\n"))
    #expect(fire.contains("      --pot NAME         this one; can be repeated\n"))
    #expect(fire.contains("      --color red|blue   its glaze\n"))
  }
}
