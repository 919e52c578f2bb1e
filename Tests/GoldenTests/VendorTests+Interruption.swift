import Command
import Digests
import Foundation
import TestSupport
import Testing

/// Copies that were interrupted, or that another run is making.
extension VendorTests {
  /// As after a run that was killed: one file is there, and the manifest is the one before.
  @Test func anInterruptedCopyingIsFinished() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    let before = Snapshots.files(in: sample.folder.url.appending(path: "copy"))
    try sample.change("copilot.go", "package flytek8s\n", to: "package flytek8s\n\n// new\n")
    try sample.git(["commit", "-qam", "new"])
    try sample.git(["branch", "-f", "release"])
    #expect(vendor(sample).status == .success)
    let after = Snapshots.files(in: sample.folder.url.appending(path: "copy"))
    let file = "flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go"
    let new = [UInt8](try #require(after[file]))
    let old = [UInt8](try #require(before["vendored.yaml"]))
    func interrupt(_ journal: String) throws {
      let mark =
        "# The files that an interrupted run of flyte-harden meant to write. Its next run removes this.\n"
      try sample.folder.write(mark + journal, to: "copy/.flyte-harden-new/journal")
    }
    try sample.folder.write(old, to: "copy/vendored.yaml")
    try interrupt("\(SHA256.hex(of: new))  \(file)\n")
    let refused = sample.generate()
    #expect(refused.status == .failure)
    #expect(
      refused.complaint.contains("the sources in '\(sample.path)/copy' were not copied completely"))
    #expect(vendor(sample).status == .success)
    #expect(Snapshots.files(in: sample.folder.url.appending(path: "copy")) == after)
    // What the journal does not know is an edit.
    try sample.folder.write(old, to: "copy/vendored.yaml")
    try sample.folder.write(new + Array("// mine\n".utf8), to: "copy/\(file)")
    try interrupt("\(SHA256.hex(of: new))  \(file)\n")
    #expect(vendor(sample).complaint.contains("copilot.go' was edited since it was copied"))
    #expect(sample.folder.read("copy/\(file)") == new + Array("// mine\n".utf8))
  }

  /// A run into an empty folder that was killed before it wrote the manifest.
  @Test func anInterruptedFirstCopyingIsFinished() throws {
    let sample = try vendored()
    let after = Snapshots.files(in: sample.folder.url.appending(path: "copy"))
    try FileManager.default.removeItem(at: sample.folder.url.appending(path: "copy/vendored.yaml"))
    try sample.folder.write("mine", to: "copy/notes.txt")
    #expect(vendor(sample).complaint.contains("has no vendored sources"))
    #expect(mkdir("\(sample.path)/copy/.flyte-harden-new", 0o1777) == 0)
    try sample.config(source: "path: copy")
    #expect(sample.generate().complaint.contains("were not copied completely"))
    #expect(vendor(sample).status == .success)
    #expect(sample.folder.read("copy/notes.txt") == Array("mine".utf8))
    try FileManager.default.removeItem(at: sample.folder.url.appending(path: "copy/notes.txt"))
    #expect(Snapshots.files(in: sample.folder.url.appending(path: "copy")) == after)
  }

  @Test func anotherRunIsWaitedFor() throws {
    let sample = try vendored()
    let handle = open("\(sample.path)/copy", O_RDONLY)
    #expect(flock(handle, LOCK_EX) == 0)
    #expect(vendor(sample).complaint.contains("another run is writing there"))
    close(handle)
    #expect(vendor(sample).status == .success)
  }
}
