import Foundation
import GoPatch
import TestSupport
import Testing
import TextDiff

/// A repository that patches are applied to.
struct PatchTree {
  let folder: TemporaryFolder
  private let git: Program

  /// A repository with these files in one commit.
  init(_ files: TextMap<[UInt8]>) throws {
    folder = try TemporaryFolder()
    git = try #require(Program(named: "git"))
    try run("init", "-q", "-b", "main", ".")
    try run("config", "core.autocrlf", "false")
    for (path, bytes) in files { try folder.write(bytes, to: path) }
    try run("add", "-A", "-f")
    try run("commit", "-q", "--allow-empty", "-m", "base")
  }

  /// Runs git in the repository and expects it to succeed.
  @discardableResult
  func run(_ arguments: String..., input: [UInt8] = []) throws -> Program.Outcome {
    let outcome = try attempt(arguments, input: input)
    #expect(outcome.status == 0, "git \(arguments): \(outcome.complaint) \(outcome.text)")
    return outcome
  }

  /// Runs git in the repository.
  func attempt(_ arguments: [String], input: [UInt8] = []) throws -> Program.Outcome {
    try git.run(
      arguments, in: folder.url, input: input,
      environment: [
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "C",
        "GIT_COMMITTER_EMAIL": "c@example.org",
      ])
  }

  /// True if the tree has exactly the files that the changes leave.
  func has(_ changes: [FileChange]) -> Bool {
    changes.allSatisfy { folder.read($0.path) == $0.new }
  }
}
