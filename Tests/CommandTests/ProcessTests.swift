import Foundation
import TestSupport
import Testing

/// The program as a process of its own, called by a shell.
@Suite struct ProcessTests {
  private func run(_ line: String, in folder: URL) throws -> Program.Outcome {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "flyte-harden")
    let shell = try #require(Program(named: "sh"))
    return try shell.run(["-c", line], in: folder, environment: ["tool": program.path])
  }

  @Test func aClosedOutputIsAFailureAndNoFileTakesItsPlace() throws {
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "out").path
    let result = try run(
      "\"$tool\" generate --output '\(output)' >&-", in: Snapshots.repository)
    #expect(result.status == 2)
    #expect(result.complaint.contains("cannot write standard output: it is closed"))
    let verified = try run("\"$tool\" verify --output '\(output)'", in: Snapshots.repository)
    #expect(verified.status == 0)
  }

  @Test func aReaderThatHasGoneKeepsTheVerdict() throws {
    let scratch = try TemporaryFolder()
    let result = try run(
      "{ sleep 0.2; \"$tool\" --help; echo $? >status; } | true", in: scratch.url)
    #expect(result.complaint == "")
    #expect(scratch.read("status") == Array("0\n".utf8))
  }
}
