import Foundation
import TestSupport
import Testing

/// A repository for one test, made with the machine's git.
struct SampleRepository {
  let folder: TemporaryFolder
  private let git: Program

  var path: String { folder.url.path }

  /// An empty repository with a work tree.
  init() throws {
    folder = try TemporaryFolder()
    git = try #require(Program(named: "git"))
    try run(["init", "-q", "-b", "main", "."])
  }

  /// Runs git in the repository's folder, or another.
  @discardableResult
  func run(_ arguments: [String], in place: String? = nil) throws -> Program.Outcome {
    let outcome = try git.run(
      arguments, in: place.map { URL(fileURLWithPath: $0) } ?? folder.url,
      environment: [
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "C",
        "GIT_COMMITTER_EMAIL": "c@example.org", "GIT_AUTHOR_DATE": "1700000000 +0000",
        "GIT_COMMITTER_DATE": "1700000000 +0000",
      ])
    #expect(outcome.status == 0, "git \(arguments): \(outcome.complaint)")
    return outcome
  }

  /// Writes files, commits everything and sets a tag; returns the commit's id.
  @discardableResult
  func commit(_ files: [String: String], tag: String? = nil) throws -> String {
    for (path, text) in files { try folder.write(text, to: path) }
    try run(["add", "-A"])
    try run(["commit", "-q", "--allow-empty", "-m", "work"])
    if let tag { try run(["tag", tag]) }
    return try run(["rev-parse", "HEAD"]).text.trimmingCharacters(in: .newlines)
  }
}

extension SampleRepository {
  /// The path of the loose object of a name.
  func file(ofObject name: String) throws -> String {
    let id = try run(["rev-parse", name]).text.trimmingCharacters(in: .newlines)
    return "\(path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
  }

  /// Changes the bytes of a loose object; nil removes it.
  func change(object name: String, _ change: (Data) -> Data?) throws {
    let file = URL(fileURLWithPath: try file(ofObject: name))
    let bytes = try Data(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    try change(bytes)?.write(to: file)
  }
}

/// True if the machine has git at all.
let machineHasGit = Program(named: "git") != nil
