import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled("git is not on this machine") { machineHasGit })
struct CommitContentsTests {
  @Test func filesAreNamedAtSeveralRefs() throws {
    let sample = try SampleRepository()
    let first = try sample.commit(["a.go": "one\n", "d/b.go": "two\n"], tag: "v1")
    try sample.commit(["a.go": "ONE\n"])
    let repository = try GitRepository.open(path: sample.path)
    let contents = try repository.contents(
      of: ["a.go", "none", "d"], atEach: ["v1", "v9", "HEAD"])
    #expect(contents.count == 3)
    #expect(contents[0]?.commit.id == first)
    #expect(contents[0]?.ids == ["a.go": "5626abf0f72e58d7a153368ba57db4c673c0e171"])
    #expect(contents[1] == nil)
    #expect(contents[2]?.ids["a.go"] != contents[0]?.ids["a.go"])
    #expect(try repository.paths(at: repository.commit(of: "v1")) == ["a.go", "d/b.go"])
    #expect(throws: GitError.unusableName("HEAD:a.go")) {
      try repository.contents(of: ["a.go"], atEach: ["HEAD:a.go"])
    }
  }

  @Test func programsAreToldFromOtherFiles() throws {
    let sample = try SampleRepository()
    try sample.commit(["a.go": "1", "d/b.go": "2", "d/c.go": "3", "d/e/f.go": "4"])
    try sample.run(["update-index", "--chmod=+x", "a.go", "d/b.go"])
    try sample.run(["commit", "-qm", "programs"])
    let repository = try GitRepository.open(path: sample.path)
    let head = try repository.commit(of: "HEAD")
    let paths = ["d/b.go", "a.go", "d/c.go", "d/e/f.go", "d/e", "none/x.go", "d/none.go"]
    let contents = try #require(try repository.contents(of: paths, atEach: ["HEAD"])[0])
    #expect(contents.executables == ["a.go", "d/b.go"])
    let blobs = try repository.read(paths, at: head)
    #expect(Set(blobs.filter(\.value.isExecutable).keys) == ["a.go", "d/b.go"])
    #expect(blobs["d/c.go"]?.isExecutable == false)
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func whatWasNotFetchedIsNotAbsent(filter: String) throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1", "d/b": "2"], tag: "v1")
    try sample.run(["config", "uploadpack.allowFilter", "true"])
    let clone = try TemporaryFolder()
    let place = clone.url.path + "/c"
    try sample.run(
      ["clone", "-q", "--no-checkout", "--filter=\(filter)", "file://" + sample.path, place])
    let repository = try GitRepository.open(path: place)
    #expect(throws: GitError.self) { try repository.contents(of: ["d/b"], atEach: ["v1"]) }
  }

  @Test func aLinkIsNoFile() throws {
    let sample = try SampleRepository()
    try FileManager.default.createSymbolicLink(
      atPath: sample.path + "/link", withDestinationPath: "a")
    let commit = try sample.commit(["a": "no line's end"])
    let repository = try GitRepository.open(path: sample.path)
    let head = try repository.commit(of: "HEAD")
    #expect(try repository.read(["a"], at: head)["a"]?.bytes == Array("no line's end".utf8))
    #expect(throws: GitError.symbolicLink(path: "link", commit: commit)) {
      try repository.read(["a", "link"], at: head)
    }
  }

  @Test func aShallowCloneSaysSo() throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1"])
    try sample.commit(["a": "2"])
    #expect(try GitRepository.open(path: sample.path).isShallow() == false)
    let clone = try TemporaryFolder()
    try sample.run(["clone", "-q", "--depth=1", "file://" + sample.path, clone.url.path + "/c"])
    #expect(try GitRepository.open(path: clone.url.path + "/c").isShallow())
  }
}
