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

  /// A shell tells both ends of a process by one number; a program that started it does not.
  @Test(arguments: [SIGHUP, SIGINT, SIGTERM])
  func aSignalEndsARunWith128AndItsNumber(number: Int32) throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(filePath: tests).deletingLastPathComponent()
      .appending(path: "flyte-harden")
    process.arguments = ["--help"]
    // A pipe that is full, and that nobody reads: the run waits.
    let pipe = Pipe()
    let end = pipe.fileHandleForWriting.fileDescriptor
    let flags = fcntl(end, F_GETFL)
    #expect(fcntl(end, F_SETFL, flags | O_NONBLOCK) == 0)
    var chunk = [UInt8](repeating: 0x20, count: 4096)
    while write(end, &chunk, chunk.count) > 0 {}
    #expect(fcntl(end, F_SETFL, flags) == 0)
    process.standardOutput = pipe
    try process.run()
    // Until it sleeps for good.
    var asleep = 0
    while asleep < 20, process.isRunning {
      usleep(10_000)
      let state = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
      asleep = state.contains(") S ") ? asleep + 1 : 0
    }
    #expect(kill(process.processIdentifier, number) == 0)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + number)
  }
}
