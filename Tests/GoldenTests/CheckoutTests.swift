import Command
import Foundation
import TestSupport
import Testing

/// Folders of sources, and the repository around them.
@Suite struct CheckoutTests {
  private static let copilot = "flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go"

  /// The sample in the folder `flyte` of a bigger repository.
  private func inside(format: String = "sha1") throws -> SampleCopy {
    let sample = try SampleCopy()
    // Not the sample any more, whose patches are only there to be read.
    try sample.change(
      "copilot.go", "package flytek8s\n", to: "package flytek8s\n\nconst ours = 1\n")
    try sample.change("copilot.go", "\treturn nil\n}", to: "\tprintln(c.Name)\n\treturn nil\n}")
    try sample.config(source: "path: flyte", ", unverifiedShapes: allow")
    try sample.git(["init", "-q", "--object-format=\(format)"], in: sample.folder.url)
    try sample.git(["add", "flyte"], in: sample.folder.url)
    try sample.git(["commit", "-qm", "all"], in: sample.folder.url)
    return sample
  }

  @Test func lineEndsOfTheCheckoutAreNotTheCommits() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.3"])
    try sample.config(source: "repository: flyte, ref: v1.15.3")
    #expect(sample.generate().status == .success)
    let fromRef = try sample.patches.map { try String(contentsOfFile: $0, encoding: .utf8) }
    try sample.git(["config", "core.autocrlf", "true"])
    try sample.git(["rm", "-qr", "--cached", "."])
    try sample.git(["reset", "-q", "--hard"])
    let text = try #require(sample.folder.read("flyte/\(Self.copilot)"))
    #expect(text.contains(0x0d))
    try sample.config(source: "path: flyte")
    let result = sample.generate()
    #expect(result.complaint.contains("is checked out with CRLF line endings"))
    #expect(result.complaint.contains("[source/line-ends]"))
    #expect(!result.complaint.contains("[source/edited]"))
    #expect(try sample.patches.map { try String(contentsOfFile: $0, encoding: .utf8) } == fromRef)
    try sample.git(["am", "-q"] + sample.patches)
    #expect(sample.generate().status == .success)
    #expect(sample.patches.isEmpty)
  }

  @Test func lineEndsOfTheCommitItselfAreKept() throws {
    let sample = try SampleCopy()
    let text = try #require(sample.folder.read("flyte/\(Self.copilot)"))
    try sample.folder.write(
      text.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] }, to: "flyte/\(Self.copilot)")
    try sample.git(["-c", "core.autocrlf=false", "init", "-q"])
    try sample.git(["add", "-A"])
    try sample.git(["commit", "-qm", "sources"])
    let result = sample.generate()
    #expect(!result.complaint.contains("[source/"))
    #expect(
      sample.output("patches/0001-no-sys-ptrace.patch")?.contains("apply with git am --keep-cr")
        == true)
    try sample.git(["am", "-q", "--keep-cr"] + sample.patches)
  }

  @Test(arguments: ["sha1", "sha256"])
  func aFolderOfABiggerRepositoryIsNamed(format: String) throws {
    let sample = try inside(format: format)
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(result.complaint.contains("[source/inside-repository]"))
    #expect(result.complaint.contains("'git am --directory=flyte'"))
    let patch = sample.output("patches/0001-no-sys-ptrace.patch") ?? ""
    #expect(patch.contains("\ndiff --git a/\(Self.copilot) "))
    #expect(patch.contains("\nindex ") == (format == "sha1"))
    try sample.git(["am", "-q", "--directory=flyte"] + sample.patches, in: sample.folder.url)
    #expect(sample.generate().status == .success)
    #expect(sample.patches.isEmpty)
  }

  @Test func anEditInABiggerRepositoryIsNamed() throws {
    let sample = try inside()
    #expect(!sample.generate().complaint.contains("[source/edited]"))
    try sample.change("copilot.go", "const ours = 1", to: "const ours = 2")
    #expect(sample.generate().complaint.contains("copilot.go' differs from the checked-out commit"))
  }

  @Test func theSampleAndStrangersAreSilent() throws {
    #expect(!run(["verify"]).complaint.contains("[source/"))
    let sample = try SampleCopy()
    try sample.git(["init", "-q"], in: sample.folder.url)
    try sample.git(["commit", "-q", "--allow-empty", "-m", "other"], in: sample.folder.url)
    #expect(!sample.generate().complaint.contains("[source/"))
  }

  @Test func aLinkIsNoSource() throws {
    let sample = try SampleCopy()
    let url = sample.sources.appending(path: Self.copilot)
    let elsewhere = sample.sources.appending(path: "copilot.go")
    try FileManager.default.moveItem(at: url, to: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: url.path, withDestinationPath: "../../../../../copilot.go")
    try sample.commit(tags: ["v1.15.3"])
    let folder = sample.generate()
    #expect(folder.status == .failure)
    #expect(folder.complaint.contains("\(Self.copilot)' is a symbolic link"))
    try sample.config(source: "repository: flyte, ref: v1.15.3")
    let repository = sample.generate()
    #expect(repository.status == .failure)
    #expect(repository.complaint.contains("\(Self.copilot)' is a symbolic link at commit "))
  }
}
