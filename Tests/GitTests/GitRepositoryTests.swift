import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled("git is not on this machine") { machineHasGit })
struct GitRepositoryTests {
  @Test func filesAreReadAtSeveralCommits() throws {
    let sample = try SampleRepository()
    try sample.commit(["a.go": "one\n", "d/b.go": "two\r\n"], tag: "v1")
    try sample.commit(["a.go": "ONE\n"], tag: "v2")
    let repository = try GitRepository.open(path: sample.path)
    let commits = [try repository.commit(of: "v1"), try repository.commit(of: "v2")]
    let files = try repository.read(["a.go", "d/b.go", "none", "d"], atEach: commits)
    #expect(
      files.map { $0.mapValues { String(decoding: $0.bytes, as: UTF8.self) } } == [
        ["a.go": "one\n", "d/b.go": "two\r\n"], ["a.go": "ONE\n", "d/b.go": "two\r\n"],
      ])
    #expect(files[0]["a.go"]?.id == "5626abf0f72e58d7a153368ba57db4c673c0e171")
  }

  @Test func filesOfFoldersAreReadBesides() throws {
    let sample = try SampleRepository()
    try sample.commit(["a.go": "1", "d/b.go": "2", "d/c.txt": "x", "d/e/c.go": "3"], tag: "v1")
    try sample.run(["rm", "-q", "d/b.go"])
    try sample.commit(["d/new.go": "4"], tag: "v2")
    let repository = try GitRepository.open(path: sample.path)
    let commits = [try repository.commit(of: "v1"), try repository.commit(of: "v2")]
    func names(_ paths: [String], _ folders: [String]) throws -> [[String]] {
      try repository.read(paths, besides: folders, ending: ".go", atEach: commits)
        .map { $0.keys.sorted() }
    }
    #expect(
      try names(["a.go"], ["d", "", "none", "a.go"])
        == [["a.go", "d/b.go"], ["a.go", "d/new.go"]])
    #expect(try names([], ["d/"]) == [["d/b.go"], ["d/new.go"]])
    #expect(try names([], []) == [[], []])
    #expect(throws: GitError.self) { try names([], ["../d"]) }
  }

  @Test func aFolderThatCannotBeReadIsNotAnEmptyOne() throws {
    let sample = try SampleRepository()
    try sample.commit(["d/b.go": "1"])
    let repository = try GitRepository.open(path: sample.path)
    let commit = try repository.commit(of: "HEAD")
    // Only the end is cut off: git knows what it is, and cannot give it.
    try sample.change(object: "HEAD:d") { $0.dropLast(8) }
    #expect(throws: GitError.self) {
      try repository.read([], besides: ["d"], ending: ".go", atEach: [commit])
    }
  }

  @Test func moreQuestionsAndAnswersThanAnyBufferHolds() throws {
    let sample = try SampleRepository()
    let paths = (0..<200).map { "folder/with/a/long/name/so/that/questions/grow/\($0)" }
    let text = String(repeating: "some text to fill a file\n", count: 400)
    try sample.commit(Dictionary(uniqueKeysWithValues: paths.map { ($0, "\($0)\n" + text) }))
    let repository = try GitRepository.open(path: sample.path)
    let commit = try repository.commit(of: "HEAD")
    let files = try repository.read(paths, atEach: Array(repeating: commit, count: 30))
    #expect(files.count == 30)
    #expect(files.allSatisfy { $0.count == paths.count && $0 == files[0] })
    #expect(files[0][paths[7]]?.bytes == Array("\(paths[7])\n\(text)".utf8))
  }

  @Test func tagsNameCommitsHoweverTheyWereSet() throws {
    let sample = try SampleRepository()
    let first = try sample.commit(["a": "1"], tag: "v1.0.0")
    try sample.run(["tag", "-a", "-m", "annotated", "v1.1.0"])
    try sample.run(["tag", "not-a-commit", "HEAD^{tree}"])
    try sample.run(["tag", "group/v3"])
    let tags = try GitRepository.open(path: sample.path).tags()
    #expect(tags.map(\.name) == ["group/v3", "v1.0.0", "v1.1.0"])
    #expect(Set(tags.map(\.commit.id)) == [first])
  }

  @Test func refsOfAllKinds() throws {
    let sample = try SampleRepository()
    let id = try sample.commit(["a": "1"], tag: "v1")
    try sample.run(["tag", "-a", "-m", "annotated", "v2"])
    let repository = try GitRepository.open(path: sample.path)
    for ref in ["v1", "v2", "main", "HEAD", "refs/tags/v1", id, String(id.prefix(12)), "v1~0"] {
      #expect(try repository.commit(of: ref).id == id, "\(ref)")
    }
  }

  @Test func refsThatAreNone() throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1"])
    let repository = try GitRepository.open(path: sample.path)
    for ref in [
      "v9", "--version", "-x", "^HEAD", "main..main", "HEAD^{tree}", "refs/heads/", "~",
    ] {
      #expect(throws: GitError.unknownRef(ref, repository: sample.path)) {
        try repository.commit(of: ref)
      }
    }
    for ref in ["", "a b", "a\nHEAD", "HEAD:a", "x\0", "main@{1}"] {
      #expect(throws: GitError.unusableName(ref)) { try repository.commit(of: ref) }
    }
  }

  @Test func pathsThatWouldMeanSomethingElse() throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1", "-n": "2", "with space": "3", "*": "4"])
    let repository = try GitRepository.open(path: sample.path)
    let commit = try repository.commit(of: "HEAD")
    let odd = try repository.read(["-n", "with space", "*", "?"], at: commit)
    #expect(Set(odd.keys) == ["-n", "with space", "*"])
    for path in ["", "/a", "./a", "../a", "d//a", "a\nb", "a\0"] {
      #expect(throws: GitError.unusableName(path)) { try repository.read([path], at: commit) }
    }
  }

  @Test func theWorkTreeIsComparedWithTheCommit() throws {
    let sample = try SampleRepository()
    try sample.commit(["same": "a\n", "edited": "a\n", "crlf": "a\nb\n", "gone": "a\n"])
    try sample.folder.write("b\n", to: "edited")
    try sample.folder.write("a\r\nb\r\n", to: "crlf")
    try FileManager.default.removeItem(at: sample.folder.url.appendingPathComponent("gone"))
    let repository = try GitRepository.open(path: sample.path)
    let names = ["same", "edited", "crlf", "gone"]
    let blobs = try repository.read(names, at: try repository.commit(of: "HEAD"))
    let states = names.compactMap { name in
      blobs[name].map { repository.workTreeState(of: name, comparedTo: $0) }
    }
    #expect(states == [.same, .edited, .otherLineEndings, .absent])
  }

  @Test func aRepositoryWithLongerIds() throws {
    let folder = try TemporaryFolder()
    let sample = try SampleRepository()
    try sample.run(["init", "-q", "--object-format=sha256", folder.url.path])
    try folder.write("1", to: "a")
    try sample.run(["add", "a"], in: folder.url.path)
    try sample.run(["commit", "-qm", "work"], in: folder.url.path)
    let repository = try GitRepository.open(path: folder.url.path)
    let commit = try repository.commit(of: "HEAD")
    #expect(commit.id.count == 64)
    #expect(try repository.read(["a"], at: commit)["a"]?.bytes == [0x31])
    #expect(try repository.read([], besides: [""], atEach: [commit]).map(\.keys.first) == ["a"])
  }
}
