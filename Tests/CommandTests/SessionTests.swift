import CommandLine
import Files
import Testing

@testable import Command

/// The parts that every command shares.
@Suite struct SessionTests {
  private func session(
    _ options: TextMap<[String]>, environment: TextMap<String> = [:],
    complaint: ByteStream = ByteStream { _ in }
  ) -> Session {
    Session(
      invocation: Invocation(arguments: [], options: options),
      streams: Streams(output: ByteStream { _ in }, error: complaint), environment: environment)
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
    ] as [(String, TextMap<String>, Bool, Bool)])
  func colorsAreAsAskedFor(
    word: String, environment: TextMap<String>, terminal: Bool, expected: Bool
  ) {
    let session = session(["color": [word]], environment: environment)
    #expect(session.colors(terminal: terminal) == expected)
  }

  @Test func whatAFailedWriteLeavesIsTold() {
    let complaint = Transcript()
    session([:], complaint: ByteStream(complaint.add)).print(
      FileError(path: "out/a", reason: "the disk is full"), writing: true)
    #expect(complaint.text.contains("cannot write 'out/a': the disk is full"))
    #expect(
      complaint.text.contains("the files that were written are correct, and the rest is unchanged"))
  }
}
