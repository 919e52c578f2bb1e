import Command
import Foundation
import TestSupport
import Testing

/// The views of `diff`, and its sides.
@Suite struct DiffViewTests {
  @Test func aSummaryNamesWhatChangedAndWhatToRun() throws {
    var folder = try GeneratedFolder()
    #expect(folder.call("diff", "--view", "summary").output.hasSuffix(": up to date\n"))
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    let result = folder.call("diff", "--view", "summary")
    #expect(result.status == .findings)
    #expect(result.output.contains("namespace removed"), "\(result.output)")
    #expect(result.output.contains("namespace added"))
    #expect(result.output.contains("to write them:\n  flyte-harden generate --config"))
    #expect(folder.call("diff", "--view", "fields", "--fail-on", "never").status == .success)
    #expect(folder.call("diff", "--fail-on", "never").status == .success)
    #expect(folder.call("diff", "--fail-on", "loosened").output.contains("diff --git"))
    for format in ["json", "markdown", "github"] {
      let other = folder.call("diff", "--view", "summary", "--format", format)
      #expect(other.status == .findings && other.output.contains("namespace"), "\(other.output)")
    }
  }

  @Test func aChangeOfFormAloneIsSaid() throws {
    let folder = try GeneratedFolder()
    let file = folder.file("odd/pod-templates/no.yaml")
    try (Data(contentsOf: file) + Data("# mine\n".utf8)).write(to: file)
    let result = folder.call("diff", "--view", "summary")
    #expect(result.output.contains("1 file in \(folder.output) differs only in form"))
    #expect(result.status == .findings)
    #expect(folder.call("diff", "--view", "summary", "--fail-on", "loosened").status == .success)
  }

  @Test func aDamagedFileIsNamed() throws {
    let folder = try GeneratedFolder()
    try Data("a: [\n".utf8).write(to: folder.file("odd/pod-templates/no.yaml"))
    let result = folder.call("diff", "--view", "summary")
    #expect(result.status == .failure)
    #expect(result.complaint.contains("no.yaml:"))
    #expect(result.complaint.contains("--view lines' shows it line by line"))
  }

  @Test func twoFoldersAreComparedWithoutAConfig() throws {
    var folder = try GeneratedFolder()
    let copy = folder.scratch.url.appending(path: "copy")
    try FileManager.default.copyItem(atPath: folder.output, toPath: copy.path)
    let same = run(["diff", "--between", copy.path, folder.output])
    #expect(same.status == .success && same.output == "no change\n")
    try folder.change(GeneratedFolder.twoNamespaces, to: "{ name: x }")
    #expect(folder.call("generate").status == .success)
    let forward = run(["diff", "--between", copy.path, folder.output])
    #expect(forward.status == .findings && forward.output.contains("namespace added"))
  }

  @Test(arguments: [
    (["--between", "a"], "write '--between A B'"), (["x"], "'--between A B'"),
    (["--between", "a", "b", "--against", "c"], "remove one of them"),
    (["--against", "a", "--config", "c"], "remove one of them"),
    (["--against", "a", "--view", "lines"], "use 'git diff'"),
  ])
  func wrongSidesAreUsage(words: [String], hint: String) {
    let result = run(["diff"] + words)
    #expect(result.status == .usage)
    #expect(result.complaint.contains(hint), "\(result.complaint)")
  }

  @Test func anUpgradeNamesWhatFlyteChanged() throws {
    let result = run(["upgrade", "--to", "v2.0.43", "--cluster", "staging"])
    for words in [
      "PodTemplates are ignored (v2.0.0 to v2.0.28)", "one namespace",
      "Ray submitters are bare", "embedded secrets are the default", "v2.0.38", "v2.0.41",
      "to roll back",
    ] {
      #expect(result.output.contains(words), "\(words)")
    }
    #expect(run(["upgrade", "--to", "v9.9.9"]).status == .usage)
  }
}
