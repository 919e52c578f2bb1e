import Command
import Foundation
import TestSupport
import Testing

/// `vendor`: a copy of the sources that is a source itself.
@Suite struct VendorTests {
  /// The sample as a repository with the branch `release`, and a copy of it.
  private func vendored() throws -> SampleCopy {
    let sample = try SampleCopy()
    try sample.commit()
    try sample.git(["branch", "release"])
    #expect(vendor(sample).status == .success)
    return sample
  }

  private func vendor(_ sample: SampleCopy) -> (
    status: Command.ExitStatus, output: String, complaint: String
  ) {
    run(["vendor", sample.sources.path, "release", "\(sample.path)/copy"])
  }

  @Test func theCopyGivesWhatTheRepositoryGives() throws {
    let sample = try vendored()
    try sample.config(source: "repository: flyte, ref: release")
    #expect(sample.generate().status == .success)
    try sample.config(source: "path: copy")
    #expect(run(["verify"] + sample.options).status == .success)
    let manifest = String(decoding: sample.folder.read("copy/vendored.yaml") ?? [], as: UTF8.self)
    #expect(manifest.contains("\nrepository: '../flyte'\nref: release\ncommit: "))
    #expect(vendor(sample).output.contains("; unchanged"))
  }

  @Test func aCopyNeedsNoRepository() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    #expect(sample.generate().status == .success)
    try FileManager.default.removeItem(at: sample.sources)
    #expect(run(["verify"] + sample.options).status == .success)
  }

  @Test func verifyNoticesThatTheRepositoryHasMovedOn() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    #expect(sample.generate().status == .success)
    try sample.change("copilot.go", "package flytek8s\n", to: "package flytek8s\n\n// new\n")
    try sample.git(["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "new"])
    try sample.git(["branch", "-f", "release"])
    let outdated = run(["verify"] + sample.options)
    #expect(outdated.status == .findings)
    #expect(outdated.output.hasPrefix("outdated  "))
    #expect(outdated.complaint.contains("'release' of "))
    #expect(outdated.complaint.contains("run 'flyte-harden vendor "))
    #expect(sample.generate().complaint.contains("[source/outdated]"))
    #expect(vendor(sample).status == .success)
    #expect(sample.generate().complaint.contains("[source/outdated]") == false)
    try sample.git(["branch", "-D", "release"])
    #expect(run(["verify"] + sample.options).complaint.contains("no longer has 'release'"))
  }

  @Test func anEditedCopyIsNoSourceAndIsNotLost() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    let file = "copy/flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go"
    let text = try #require(sample.folder.read(file))
    try sample.folder.write(text + Array("// mine\n".utf8), to: file)
    let refused = sample.generate()
    #expect(refused.status == .failure)
    #expect(refused.complaint.contains("was edited since it was copied"))
    #expect(vendor(sample).status == .failure)
    #expect(sample.folder.read(file)?.count == text.count + 8)
    try FileManager.default.removeItem(at: sample.folder.url.appending(path: file))
    #expect(sample.generate().complaint.contains("is gone"))
    #expect(vendor(sample).status == .success)
    #expect(sample.folder.read(file) == text)
  }

  @Test func aFolderOfAnotherKindIsLeftAlone() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["release"])
    try sample.folder.write("mine\n", to: "copy/notes.txt")
    let refused = vendor(sample)
    #expect(refused.status == .failure)
    #expect(refused.complaint.contains("holds no vendored sources"))
    try sample.folder.write("kind: Other\n", to: "copy/vendored.yaml")
    #expect(vendor(sample).complaint.contains("this is not what 'flyte-harden vendor' writes"))
    #expect(sample.folder.read("copy/notes.txt") == Array("mine\n".utf8))
  }
}
