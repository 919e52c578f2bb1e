import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled("git is not on this machine") { machineHasGit })
struct RepositoryPlacesTests {
  @Test func aFolderWithinTheWorkTree() throws {
    let sample = try SampleRepository()
    try sample.commit(["a/b/c.go": "1"])
    let repository = try GitRepository.open(path: sample.path + "/a/b")
    #expect(repository.root == sample.path)
    #expect(repository.prefix == "a/b/")
    #expect(try GitRepository.open(path: sample.path).prefix == "")
  }

  @Test func aBareRepository() throws {
    let sample = try SampleRepository()
    let id = try sample.commit(["a": "1"])
    let bare = try TemporaryFolder()
    try sample.run(["clone", "-q", "--bare", sample.path, bare.url.path + "/x.git"])
    let repository = try GitRepository.open(path: bare.url.path + "/x.git")
    #expect(repository.root == nil)
    #expect(try repository.commit(of: "main").id == id)
    let blobs = try repository.read(["a"], at: try repository.commit(of: "main"))
    let blob = try #require(blobs["a"])
    #expect(repository.workTreeState(of: "a", comparedTo: blob) == .absent)
  }

  @Test func aLinkedWorkTreeHasItsOwnHead() throws {
    let sample = try SampleRepository()
    let first = try sample.commit(["a": "1"], tag: "v1")
    try sample.commit(["a": "2"])
    let linked = try TemporaryFolder()
    try sample.run(["worktree", "add", "-q", "--detach", linked.url.path + "/w", "v1"])
    let repository = try GitRepository.open(path: linked.url.path + "/w")
    #expect(try repository.commit(of: "HEAD").id == first)
    #expect(repository.root == linked.url.path + "/w")
  }

  @Test func aShallowClone() throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1"], tag: "v1")
    try sample.commit(["a": "2"])
    let clone = try TemporaryFolder()
    try sample.run(["clone", "-q", "--depth=1", "file://" + sample.path, clone.url.path + "/c"])
    let repository = try GitRepository.open(path: clone.url.path + "/c")
    #expect(
      try repository.read(["a", "b"], at: try repository.commit(of: "HEAD")).mapValues(\.bytes)
        == ["a": [0x32]])
    #expect(throws: GitError.unknownRef("v1", repository: repository.name)) {
      try repository.commit(of: "v1")
    }
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func aPartialCloneIsNotFilledUp(filter: String) throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1", "d/b": "2"], tag: "v1")
    try sample.run(["config", "uploadpack.allowFilter", "true"])
    let clone = try TemporaryFolder()
    let place = clone.url.path + "/c"
    try sample.run(
      ["clone", "-q", "--no-checkout", "--filter=\(filter)", "file://" + sample.path, place])
    let repository = try GitRepository.open(path: place)
    let commit = try repository.commit(of: "v1")
    let before = try sample.run(["count-objects", "-v"], in: place).text
    #expect(throws: GitError.contentNotFetched(path: "d/b", commit: commit.id)) {
      try repository.read(["d/b"], at: commit)
    }
    #expect(try sample.run(["count-objects", "-v"], in: place).text == before)
    if filter == "blob:none" { #expect(try repository.read(["none"], at: commit).isEmpty) }
  }

  @Test func placesThatAreNoRepository() throws {
    let empty = try TemporaryFolder()
    let path = empty.url.path
    #expect(throws: GitError.notARepository(path: path)) { try GitRepository.open(path: path) }
    #expect(throws: GitError.noSuchFolder(path: path + "/x")) {
      try GitRepository.open(path: path + "/x")
    }
    try empty.write("text", to: "file")
    #expect(throws: GitError.noSuchFolder(path: path + "/file")) {
      try GitRepository.open(path: path + "/file")
    }
    try empty.write("gitdir: /nonexistent\n", to: "w/.git")
    let broken = try GitRepository.open(path: path + "/w")
    #expect(throws: GitError.self) { try broken.commit(of: "HEAD") }
  }

  @Test func aMachineWithoutGit() throws {
    let sample = try SampleRepository()
    #expect(throws: GitError.programNotFound) {
      try GitRepository.open(path: sample.path, searchPath: "/nonexistent:relative")
    }
  }
}
