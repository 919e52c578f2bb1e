import Command
import Digests
import Foundation
import TestSupport
import Testing

/// `vendor`: a copy of the sources that is a source itself.
@Suite struct VendorTests {
  /// The sample as a repository with the branch `release`, and a copy of it.
  func vendored() throws -> SampleCopy {
    let sample = try SampleCopy()
    try sample.commit()
    try sample.git(["branch", "release"])
    #expect(vendor(sample).status == .success)
    return sample
  }

  func vendor(_ sample: SampleCopy) -> (
    status: Command.ExitStatus, output: String, complaint: String
  ) {
    run(["vendor", sample.sources.path, "release", "\(sample.path)/copy"])
  }

  @Test func theCommandThatCopiesAnewCanBePasted() throws {
    let sample = try SampleCopy()
    try sample.commit()
    try sample.git(["branch", "release"])
    let words = ["vendor", sample.sources.path, "release", "\(sample.path)/a copy"]
    #expect(run(words).status == .success)
    try sample.config(source: "path: a copy")
    try sample.change("copilot.go", "package flytek8s\n", to: "package flytek8s\n\n// new\n")
    try sample.git(["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "new"])
    try sample.git(["branch", "-f", "release"])
    let complaint = sample.generate().complaint
    #expect(complaint.contains("/flyte release '\(sample.path)/a copy''"), "\(complaint)")
  }

  /// Nothing in a manifest ends the quotes of the command that copies again.
  @Test func aManifestPutsNoCommandIntoAHint() throws {
    let sample = try vendored()
    let manifest = sample.folder.url.appending(path: "copy/vendored.yaml")
    let repository = "../x'\u{301}; touch OWNED; echo '\u{301}"
    let lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n").map {
      $0.hasPrefix("repository: ") ? "repository: \"\(repository)\"" : String($0)
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: manifest)
    try sample.folder.write(
      "package flytek8s\n",
      to: "copy/flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go")
    try sample.config(source: "path: copy")
    let complaint = sample.generate().complaint
    let hint = try #require(
      complaint.firstMatch(of: #/run '(flyte-harden vendor .*)' on a machine where '/#))
    let shell = try #require(Program(named: "sh"))
    let script = "flyte-harden() { printf '%s|' \"$@\"; }\n\(hint.output.1)\n"
    let place = try TemporaryFolder()
    let result = try shell.run(
      ["-s"], in: place.url, input: Array(script.replacing("flyte-harden", with: "tool").utf8))
    #expect(
      result.text.contains("/x'\u{301}; touch OWNED; echo '\u{301}|release|"), "\(hint.output.1)")
    #expect(Snapshots.files(in: place.url).isEmpty)
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

  @Test func whatIsNotACopyIsNotWrittenOver() throws {
    let sample = try vendored()
    try sample.folder.write("mine\n", to: "copy/.gitattributes")
    let result = vendor(sample)
    #expect(result.status == .failure)
    #expect(result.complaint.contains("copy/.gitattributes' is in the way of a copy"))
    #expect(sample.folder.read("copy/.gitattributes") == Array("mine\n".utf8))
  }

  @Test func aManifestThatLeadsOutsideIsNone() throws {
    let sample = try vendored()
    let manifest = String(decoding: sample.folder.read("copy/vendored.yaml") ?? [], as: UTF8.self)
    let id = String(repeating: "0", count: 40)
    try sample.folder.write(
      manifest.replacingOccurrences(of: "blobs:\n", with: "blobs:\n  ../config.yaml: '\(id)'\n"),
      to: "copy/vendored.yaml")
    #expect(vendor(sample).complaint.contains("'flyte-harden vendor' did not write this"))
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
    let gone = run(["verify"] + sample.options).complaint
    #expect(gone.contains("no longer has 'release'"))
    #expect(gone.contains("hint: fetch 'release' into"))
    #expect(!gone.contains(" release \(sample.path)/copy"))
  }

  @Test func aRefThatMovesAndHasTheSameFilesIsNoChange() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    #expect(sample.generate().status == .success)
    try sample.git(["commit", "-q", "--allow-empty", "-m", "elsewhere"])
    try sample.git(["branch", "-f", "release"])
    let result = run(["verify"] + sample.options)
    #expect(result.status == .success)
    #expect(result.complaint == "")
  }

  @Test func aManifestThatWasChangedAlongIsNotBelieved() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    #expect(sample.generate().status == .success)
    let file = "copy/flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go"
    let text = try #require(sample.folder.read(file))
    let edited = text + Array("// mine\n".utf8)
    try sample.folder.write(edited, to: file)
    let manifest = String(decoding: sample.folder.read("copy/vendored.yaml") ?? [], as: UTF8.self)
    try sample.folder.write(
      manifest.replacingOccurrences(of: BlobID.of(text), with: BlobID.of(edited)),
      to: "copy/vendored.yaml")
    for command in ["generate", "verify"] {
      let result = run([command] + sample.options)
      #expect(result.status == .failure)
      #expect(result.complaint.contains("copilot.go' differs from commit "))
      #expect(result.complaint.contains("[source/vendored]"))
    }
    #expect(vendor(sample).status == .failure)
    #expect(sample.folder.read(file) == edited)
  }

  @Test func aCommitThatTheRepositoryNeverHadIsNoProvenance() throws {
    let sample = try vendored()
    try sample.config(source: "path: copy")
    let manifest = String(decoding: sample.folder.read("copy/vendored.yaml") ?? [], as: UTF8.self)
    let commit = try #require(
      manifest.split(separator: "\n").first { $0.hasPrefix("commit: ") }?.dropFirst(8))
    try sample.folder.write(
      manifest.replacingOccurrences(of: commit, with: String(repeating: "1", count: 40)),
      to: "copy/vendored.yaml")
    #expect(sample.generate().complaint.contains("has no commit 111111111111"))
    #expect(vendor(sample).status == .success)
    #expect(sample.generate().complaint == "")
    try sample.folder.write(
      manifest.replacingOccurrences(of: commit, with: "HEAD"), to: "copy/vendored.yaml")
    #expect(sample.generate().complaint.contains("'flyte-harden vendor' did not write this"))
  }

  @Test func aRuleOfOnesOwnMayAskForMore() throws {
    let sample = try vendored()
    try sample.folder.write(
      """
      patch    quiet-store
      title     flytek8s: say less
      page
          Says less. Test with go test.
      files     more = flyteplugins/go/tasks/pluginmachinery/flytek8s/more.go
      applied   when more in func More has token quiet
      edit more in func More once
      - return loud
      + return quiet

      """, to: "own/GoPatch/quiet-store.goedit")
    try sample.config(source: "path: copy", top: "templatesFolder: own")
    let refused = sample.generate()
    #expect(refused.status == .failure)
    #expect(refused.complaint.contains("was copied before any patch needed"))
    let templates = "\(sample.path)/own"
    #expect(refused.complaint.contains(" --templates \(templates)'"))
    let copied = run([
      "vendor", sample.sources.path, "release", "\(sample.path)/copy", "--templates", templates,
    ])
    #expect(copied.status == .success)
    #expect(sample.generate().status == .success)
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
    #expect(refused.complaint.contains("has no vendored sources"))
    try sample.folder.write("kind: Other\n", to: "copy/vendored.yaml")
    #expect(vendor(sample).complaint.contains("'flyte-harden vendor' did not write this"))
    #expect(sample.folder.read("copy/notes.txt") == Array("mine\n".utf8))
  }

  @Test func aCopyThatIsALinkIsNotWrittenThrough() throws {
    let sample = try vendored()
    let file = sample.folder.url.appending(
      path: "copy/flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go")
    try FileManager.default.removeItem(at: file)
    try sample.folder.write("mine", to: "elsewhere")
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: sample.folder.url.appending(path: "elsewhere"))
    let before = Snapshots.files(in: sample.folder.url)
    #expect(vendor(sample).complaint.contains("copilot.go' is in the way of a copy"))
    #expect(Snapshots.files(in: sample.folder.url) == before)
  }
}
