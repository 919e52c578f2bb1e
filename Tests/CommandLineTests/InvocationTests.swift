import Testing

@testable import CommandLine

/// Words of a command, read.
@Suite struct InvocationTests {
  @Test func theLastValueOfAnOptionCounts() {
    let invocation = Invocation(arguments: [], options: ["pot": ["a", "b"]])
    #expect(invocation["pot"] == "b")
    #expect(invocation["shelf"] == nil)
  }
}
