import Diagnostics
import Glibc
import Testing

@testable import Command

/// Streams that lose what is written, and those that do not.
@Suite struct ByteStreamTests {
  private func run(_ words: [String], into output: ByteStream) -> (Command.ExitStatus, String) {
    let complaint = Transcript()
    let streams = Streams(output: output, error: ByteStream(complaint.add))
    return (Run(streams: streams, environment: [:]).run(words), complaint.text)
  }

  @Test(arguments: [["--help"], ["--version"], ["patches", "--patch", "no-sys-ptrace"]])
  func aFullDiskIsAFailure(words: [String]) {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let (status, complaint) = run(words, into: ByteStream(descriptor: full))
    #expect(status == .failure)
    #expect(complaint == "flyte-harden: cannot write standard output: the disk is full\n")
  }

  @Test func aReaderThatHasGoneKeepsTheVerdict() {
    let gone = ByteStream(putting: { _ throws(ByteStream.Fault) in throw .closed })
    let (status, complaint) = run(["--help"], into: gone)
    #expect(status == .success)
    #expect(complaint == "")
  }

  @Test func nothingIsWrittenAfterAFault() {
    let calls = Transcript()
    let stream = ByteStream(putting: { bytes throws(ByteStream.Fault) in
      calls.add(bytes)
      throw .failed("no")
    })
    stream("a")
    stream("b")
    #expect(calls.text == "a")
    #expect(stream.failure == "no")
  }

  @Test func aPipeThatIsNotReadYetIsWaitedFor() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let size = 1 << 20
    let reader = Task.detached {
      var count = 0
      var buffer = [UInt8](repeating: 0, count: 4096)
      while case let read = Glibc.read(reading, &buffer, buffer.count), read > 0 { count += read }
      close(reading)
      return count
    }
    let stream = ByteStream(descriptor: writing)
    stream(patch: [UInt8](repeating: 0xFF, count: size))
    close(writing)
    #expect(await reader.value == size)
    #expect(stream.failure == nil)
  }
}
