import Foundation
import TestSupport
import Testing
import TextDiff

/// git decides what a difference looks like, and whether a patch can be applied.
@Suite(.enabled("git is not on this machine") { Program(named: "git") != nil })
struct GitAsJudgeTests {
  private let git: Program

  init() throws { git = try #require(Program(named: "git")) }

  @Test(arguments: [EditedTexts.Kind.goCode, .manifest, .fewDistinctLines])
  func diffsAreThoseOfGit(kind: EditedTexts.Kind) throws {
    for round in 0..<Rounds.count { try expectDiffsOfGit(kind, round) }
  }

  private func expectDiffsOfGit(_ kind: EditedTexts.Kind, _ round: Int) throws {
    let folder = try TemporaryFolder()
    var texts = EditedTexts(seed: UInt64(1 + 2 * round))
    var pairs: [(name: String, old: [UInt8], new: [UInt8])] = []
    for index in 0..<300 {
      let (old, new) = texts.next(kind)
      let name = "f\(1000 + index)"
      pairs.append((name, old, new))
      try folder.write(old, to: "old/\(name)")
      try folder.write(new, to: "new/\(name)")
    }
    let outcome = try git.run(
      ["diff", "--no-index", "--no-renames", "--no-color", "--no-ext-diff", "old", "new"],
      in: folder.url, environment: Self.ownConfiguration)
    #expect(outcome.status == 1)
    let expected = hunksByFile(outcome.output)
    for (name, old, new) in pairs {
      let hunks = LineDiff.compute(old: old, new: new).hunks()
      let diff = UnifiedDiff(oldLabel: "", newLabel: "", hunks: hunks).render()
      let withoutHeader = diff.split(
        separator: 0x0a, maxSplits: 2, omittingEmptySubsequences: false)
      #expect(Array(withoutHeader.last ?? []) == expected[name] ?? [], "\(name) of \(kind)")
    }
  }

  @Test(arguments: EditedTexts.Kind.allCases)
  func gitAppliesEveryDiffAndGetsTheNewText(kind: EditedTexts.Kind) throws {
    for round in 0..<Rounds.count { try expectGitApplies(kind, round) }
  }

  private func expectGitApplies(_ kind: EditedTexts.Kind, _ round: Int) throws {
    let folder = try TemporaryFolder()
    var texts = EditedTexts(seed: UInt64(2 + 2 * round))
    var patch: [UInt8] = []
    var results: [(name: String, new: [UInt8])] = []
    for index in 0..<300 {
      let (old, new) = texts.next(kind)
      // An empty side would mean a new or deleted file, which takes further headers.
      if old.isEmpty || new.isEmpty { continue }
      let name = "f\(1000 + index)"
      try folder.write(old, to: name)
      results.append((name, new))
      patch += UnifiedDiff(
        oldLabel: "a/\(name)", newLabel: "b/\(name)",
        hunks: LineDiff.compute(old: old, new: new).hunks()
      ).render()
    }
    let outcome = try git.run(
      ["apply", "--whitespace=nowarn", "-"], in: folder.url, input: patch,
      environment: Self.ownConfiguration)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    for (name, new) in results { #expect(folder.read(name) == new, "\(name) of \(kind)") }
  }

  private static let ownConfiguration = [
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C",
    "GIT_CEILING_DIRECTORIES": "/",
  ]

  /// Returns the hunks after the header lines of each file in git's output.
  private func hunksByFile(_ output: [UInt8]) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var name = ""
    var inHunk = false
    for line in output.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast() {
      if line.starts(with: Array("diff --git ".utf8)) {
        name = String(String(decoding: line, as: UTF8.self).suffix(5))
        inHunk = false
      } else if line.starts(with: Array("@@ ".utf8)) {
        inHunk = true
      }
      if inHunk { files[name, default: []] += line + [0x0a] }
    }
    return files
  }
}
