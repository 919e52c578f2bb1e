import Command
import Foundation
import TestSupport
import Testing

/// An obstacle is named and never written through.
@Suite struct ObstructionTests {
  @Test func aLinkIsNeverWrittenThrough() throws {
    let folder = try GeneratedFolder()
    let target = try folder.scratch.write("precious\n", to: "target")
    let file = folder.file("odd/pod-templates/no.yaml")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
    for command in ["generate", "verify", "diff"] {
      let result = folder.call(command)
      #expect(result.status == (command == "generate" ? .failure : .findings))
      #expect((result.output + result.complaint).contains("obstructed  \(file.path)"))
    }
    #expect(folder.scratch.read("target") == Array("precious\n".utf8))
  }

  @Test func aLinkedClusterFolderIsNeverWrittenThrough() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("precious\n", to: "real/setup.yaml")
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appending(path: "out/odd"),
      withDestinationURL: scratch.url.appending(path: "real"))
    let before = Snapshots.files(in: scratch.url.appending(path: "real"))
    let result = run([
      "generate", "--config", GeneratedFolder.config, "--output",
      scratch.url.appending(path: "out").path,
    ])
    #expect(result.status == .failure)
    #expect(result.complaint.contains("obstructed"))
    #expect(Snapshots.files(in: scratch.url.appending(path: "real")) == before)
  }

  @Test func everyObstructionIsNamedBesideWhatElseDrifted() throws {
    let folder = try GeneratedFolder()
    let templates = folder.file("odd/pod-templates")
    try FileManager.default.moveItem(at: templates, to: folder.file("odd/elsewhere"))
    try FileManager.default.createSymbolicLink(
      at: templates, withDestinationURL: folder.file("odd/elsewhere"))
    try FileManager.default.removeItem(at: folder.file("odd/setup.yaml"))
    try FileManager.default.createDirectory(
      at: folder.file("odd/setup.yaml"), withIntermediateDirectories: true)
    try FileManager.default.removeItem(at: folder.file("odd/SHA256SUMS"))
    let result = folder.call("verify")
    #expect(result.status == .findings)
    #expect(result.output.contains("obstructed  \(templates.path)\n"))
    #expect(result.output.contains("obstructed  \(folder.file("odd/setup.yaml").path)\n"))
    #expect(result.output.contains("missing     \(folder.file("odd/SHA256SUMS").path)\n"))
  }

  @Test func aFileWhereTheOutputFolderShouldBeIsNamed() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("x", to: "out")
    for command in ["generate", "verify"] {
      let result = run([
        command, "--config", GeneratedFolder.config, "--output",
        scratch.url.appending(path: "out").path,
      ])
      #expect(result.status == .failure)
      #expect(result.complaint.contains("it is a file, not a folder"))
    }
    #expect(scratch.read("out") == Array("x".utf8))
  }

  @Test func anotherRunIsWaitedFor() throws {
    let folder = try GeneratedFolder()
    let handle = open(folder.output, O_RDONLY)
    #expect(flock(handle, LOCK_EX) == 0)
    #expect(folder.call("generate").complaint.contains("another run is writing there"))
    close(handle)
    #expect(folder.call("generate").status == .success)
  }
}
