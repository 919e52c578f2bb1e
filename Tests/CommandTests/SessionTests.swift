import CommandLine
import Testing

@testable import Command

/// What every command shares.
@Suite struct SessionTests {
  private func session(
    _ options: [String: [String]], environment: [String: String] = [:]
  ) -> Session {
    let nowhere = ByteStream { _ in }
    return Session(
      invocation: Invocation(arguments: [], options: options),
      streams: Streams(output: nowhere, error: nowhere), environment: environment)
  }

  @Test func aMendingCommandLooksAtWhatTheRunLooksAt() {
    #expect(session([:]).command("generate") == "flyte-harden generate")
    #expect(
      session(["config": ["c.yaml"], "output": ["a dir/ü ☃"], "cluster": ["one", "two"]])
        .command("generate")
        == "flyte-harden generate --config c.yaml --output 'a dir/ü ☃' --cluster one --cluster two")
  }

  @Test(
    arguments: [
      ("always", ["NO_COLOR": "1"], false, true), ("never", [:], true, false),
      ("auto", [:], true, true), ("auto", [:], false, false),
      ("auto", ["NO_COLOR": "1"], true, false), ("auto", ["TERM": "dumb"], true, false),
    ] as [(String, [String: String], Bool, Bool)])
  func coloursAreAsAskedFor(
    word: String, environment: [String: String], terminal: Bool, expected: Bool
  ) {
    let session = session(["color": [word]], environment: environment)
    #expect(session.colors(terminal: terminal) == expected)
  }
}
