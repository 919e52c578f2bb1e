import CommandLine
import Testing

@testable import Command

/// The command line of flyte-harden.
@Suite struct ToolTests {
  /// Options that stand before the command are read before it is known which one it is.
  @Test func anOptionOfSeveralCommandsTakesTheSameEverywhere() {
    var takes: [String: Bool] = [:]
    for option in Tool.spec.commands.flatMap(\.spec.options) {
      let takesValue = option.placeholder != nil
      for name in [option.name, option.short.map(String.init)].compactMap({ $0 }) {
        #expect(takes[name, default: takesValue] == takesValue, "\(name)")
        takes[name] = takesValue
      }
    }
  }
}
