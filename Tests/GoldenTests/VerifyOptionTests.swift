import Command
import Foundation
import TestSupport
import Testing

/// `verify --only` and `verify --tracked`.
@Suite struct VerifyOptionTests {
  @Test func onlyTheFilesThatAreAskedForAreReported() throws {
    let folder = try GeneratedFolder()
    for name in ["no.yaml", "123.yaml"] {
      try FileManager.default.removeItem(at: folder.file("odd/pod-templates/\(name)"))
    }
    let one = folder.file("odd/pod-templates/no.yaml").path
    let found = folder.call("verify", "--only", one)
    #expect(found.status == .findings)
    #expect(found.output.contains("no.yaml") && !found.output.contains("123.yaml"))
    let two = folder.call("verify", "--only", folder.file("odd/pod-templates").path)
    #expect(two.output.contains("no.yaml") && two.output.contains("123.yaml"))
    #expect(folder.call("verify", "--only", folder.file("odd/setup.yaml").path).status == .success)
  }

  /// A misspelt path must not read as a pass.
  @Test(arguments: ["odd/pod-templates/no.yml", "odder", "odd/pod"])
  func aPathOfNothingIsRefused(path: String) throws {
    let folder = try GeneratedFolder()
    let result = folder.call("verify", "--only", folder.file(path).path)
    #expect(result.status == .usage)
    #expect(result.complaint.contains("names nothing that is generated"))
  }

  @Test func whatGitDoesNotTrackIsReported() throws {
    let folder = try GeneratedFolder()
    #expect(folder.call("verify", "--tracked").status == .failure, "no repository")
    let git = try #require(Program(named: "git"))
    func run(_ words: String...) throws {
      let outcome = try git.run(
        words, in: folder.scratch.url,
        environment: ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"])
      #expect(outcome.status == 0)
    }
    try run("init", "-q", ".")
    try run("add", "-A")
    #expect(folder.call("verify", "--tracked").status == .success)
    try run("rm", "-q", "--cached", "out/odd/setup.yaml", "out/odd/pod-templates/no.yaml")
    try folder.scratch.write("no.yaml\n", to: ".gitignore")
    let found = folder.call("verify", "--tracked")
    #expect(found.status == .findings)
    #expect(found.output.contains("not tracked    \(folder.output)/odd/setup.yaml"))
    #expect(
      found.output.contains("ignored by git  \(folder.output)/odd/pod-templates/no.yaml")
        || found.output.contains("ignored by git"))
    #expect(folder.call("verify").status == .success, "it is asked for")
    // What is not there is missing, and not also untracked.
    try FileManager.default.removeItem(at: folder.file("odd/setup.yaml"))
    let missing = folder.call("verify", "--tracked", "--format", "json")
    #expect(!missing.output.contains("\"untracked\"") && missing.output.contains("\"missing\""))
  }
}
