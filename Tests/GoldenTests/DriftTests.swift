import Command
import Foundation
import TestSupport
import Testing

/// An output folder that was generated, and the commands on it.
struct GeneratedFolder {
  static let config = "Tests/GoldenTests/Cases/odd-names/config.yaml"

  let scratch: TemporaryFolder
  var options: [String]

  init() throws {
    scratch = try TemporaryFolder()
    options = ["--config", Self.config, "--output", scratch.url.appending(path: "out").path]
    #expect(run(["generate"] + options).status == .success)
  }

  var output: String { options[3] }

  func file(_ path: String) -> URL { scratch.url.appending(path: "out/\(path)") }

  func call(
    _ command: String, _ words: String...
  ) -> (status: Command.ExitStatus, output: String, complaint: String) {
    run([command] + options + words)
  }

  /// Uses the config with some of its text replaced.
  mutating func change(_ old: String, to new: String) throws {
    let text = try String(contentsOfFile: Self.config, encoding: .utf8)
    try #require(text.contains(old))
    let config = try scratch.write(text.replacingOccurrences(of: old, with: new), to: "config.yaml")
    options[1] = config.path
  }

  /// Leaves what a killed run leaves in a folder of the output.
  func interrupt(_ folder: String, journal: String) throws {
    let mark =
      "# The files that an interrupted run of flyte-harden meant to write. Its next run removes this.\n"
    try scratch.write(mark + journal, to: "out/\(folder).flyte-harden-new/journal")
  }

  static let twoNamespaces = "{ name: \"123\" }, { name: \"null\" }"
}

/// verify names what drifted, and mends nothing; generate never loses a file.
@Suite struct DriftTests {
  @Test func editedDeletedAndAddedFilesAreNamed() throws {
    let folder = try GeneratedFolder()
    let templates = folder.file("odd/pod-templates")
    try Data("edited\n".utf8).write(to: templates.appending(path: "no.yaml"))
    try FileManager.default.removeItem(at: templates.appending(path: "123.yaml"))
    try Data("mine\n".utf8).write(to: templates.appending(path: "mine.yaml"))
    let before = Snapshots.files(in: folder.scratch.url)
    let result = folder.call("verify")
    #expect(result.status == .findings)
    #expect(result.output.contains("missing  \(templates.path)/123.yaml"))
    #expect(result.output.contains("edited   \(templates.path)/no.yaml"))
    #expect(result.output.contains("foreign  \(templates.path)/mine.yaml"))
    let cluster = templates.deletingLastPathComponent().path
    #expect(result.output.contains("move it out of '\(cluster)', or remove it"))
    #expect(Snapshots.files(in: folder.scratch.url) == before)
    #expect(folder.call("diff").output.contains("-edited"))
    let generated = folder.call("generate")
    #expect(generated.complaint.contains("mine.yaml (foreign)"))
    #expect(generated.complaint.contains("rewritten: \(templates.path)/no.yaml"))
  }

  @Test func staleFilesGoOnlyWhenTheyAreAsGenerated() throws {
    var folder = try GeneratedFolder()
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    try Data("edited\n".utf8).write(to: folder.file("odd/pod-templates/123.yaml"))
    let result = folder.call("generate")
    #expect(result.status == .success)
    let files = Snapshots.files(in: folder.file("odd"))
    #expect(files["pod-templates/null.yaml"] == nil)
    #expect(files["pod-templates/123.yaml"] == Data("edited\n".utf8))
    #expect(result.complaint.contains("123.yaml (edited and stale)"))
  }

  @Test func anEditedFileIsStillKnownWhenItsRecordIsGone() throws {
    var folder = try GeneratedFolder()
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    let file = folder.file("odd/pod-templates/123.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + "# mine\n").utf8).write(to: file)
    #expect(folder.call("generate").complaint.contains("123.yaml (edited and stale)"))
    #expect(folder.call("verify").output.contains("edited and stale  \(file.path)"))
  }

  @Test func aClusterThatIsGoneLeavesNothing() throws {
    var folder = try GeneratedFolder()
    try folder.change("  odd:", to: "  even:")
    #expect(folder.call("verify").output.contains("stale"))
    #expect(folder.call("generate").status == .success)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.output) == ["even"])
  }

  @Test func aClusterThatIsGoneIsKnownWithoutItsRecord() throws {
    var folder = try GeneratedFolder()
    try folder.change("  odd:", to: "  even:")
    try FileManager.default.removeItem(at: folder.file("odd/SHA256SUMS"))
    #expect(folder.call("generate").complaint.contains("odd/setup.yaml (edited and stale)"))
    let result = folder.call("verify")
    #expect(result.status == .findings)
    #expect(result.output.contains("edited and stale"))
  }

  /// A folder of somebody else may have a SHA256SUMS too.
  @Test func aForeignFolderIsNoCluster() throws {
    let folder = try GeneratedFolder()
    let digest = String(repeating: "0", count: 64)
    for (name, text) in [("tool", ""), ("NOTES", "x"), ("SHA256SUMS", "\(digest)  tool\n")] {
      try folder.scratch.write(text, to: "out/releases/\(name)")
    }
    let before = Snapshots.files(in: folder.file("releases"))
    #expect(before.count == 3)
    #expect(folder.call("generate").status == .success)
    #expect(Snapshots.files(in: folder.file("releases")) == before)
    #expect(folder.call("verify").status == .success)
  }

  @Test func aForeignFileInTheWayIsKept() throws {
    var folder = try GeneratedFolder()
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: precious }, { name: other }")
    try folder.scratch.write("mine\n", to: "out/odd/pod-templates/precious.yaml")
    let before = Snapshots.files(in: folder.scratch.url)
    let result = folder.call("generate")
    #expect(result.status == .failure)
    #expect(
      result.complaint.contains("in the way  \(folder.output)/odd/pod-templates/precious.yaml"))
    #expect(Snapshots.files(in: folder.scratch.url) == before)
    #expect(folder.call("diff").complaint.contains("in the way"))
  }

  /// As after a run that was killed before it wrote the record.
  @Test func anInterruptedRunCanBeRunAgain() throws {
    var folder = try GeneratedFolder()
    let before = Snapshots.files(in: folder.file("odd"))
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    #expect(folder.call("generate").status == .success)
    let after = Snapshots.files(in: folder.file("odd"))
    let journal = try #require(after["SHA256SUMS"].map { String(decoding: $0, as: UTF8.self) })
    for path in ["SHA256SUMS", "setup.yaml", "pod-templates/null.yaml"] {
      try #require(before[path]).write(to: folder.file("odd/\(path)"))
    }
    try folder.interrupt("odd/", journal: journal)
    try folder.scratch.write("half", to: "out/odd/.flyte-harden-new/1")
    try folder.interrupt("", journal: "")
    try folder.scratch.write("half", to: "out/.flyte-harden-new/0/setup.yaml")
    let found = folder.call("verify").output
    #expect(found.contains("unfinished  \(folder.output)/.flyte-harden-new\n"))
    #expect(found.contains("unfinished  \(folder.output)/odd/.flyte-harden-new\n"))
    #expect(folder.call("generate").complaint == "")
    #expect(folder.call("verify").status == .success)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.output) == ["odd"])
    #expect(Snapshots.files(in: folder.file("odd")) == after)
  }

  /// Files of an interrupted run are recognized when the config no longer has them.
  @Test func whatAnInterruptedRunMeantToWriteIsItsOwn() throws {
    let folder = try GeneratedFolder()
    let before = Snapshots.files(in: folder.file("odd"))
    let digest = "486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7"
    try folder.interrupt("odd/", journal: "\(digest)  pod-templates/new.yaml\n")
    try folder.scratch.write("world", to: "out/odd/pod-templates/new.yaml")
    try folder.scratch.write("hello", to: "out/odd/pod-templates/mine.yaml")
    #expect(folder.call("generate").complaint.contains("mine.yaml (foreign)"))
    try FileManager.default.removeItem(at: folder.file("odd/pod-templates/mine.yaml"))
    #expect(Snapshots.files(in: folder.file("odd")) == before)
  }

  @Test func aDiffIsWhatGitApplies() throws {
    var folder = try GeneratedFolder()
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    let diff = folder.call("diff")
    #expect(diff.status == .findings)
    let git = try #require(Program(named: "git"))
    let applied = try git.run(
      ["apply", "-"], in: URL(filePath: "/"), input: Array(diff.output.utf8))
    #expect(applied.status == 0, "\(applied.complaint)")
    #expect(folder.call("verify").status == .success)
  }
}
