import Foundation
import TestSupport
import Testing

@testable import Git

/// The files that git keeps, and those that it passes over.
@Suite struct TrackedFileTests {
  @Test func trackedAndIgnoredFilesAreToldApart() throws {
    let sample = try SampleRepository()
    try sample.commit(["a/é b.yaml": "1", "a/kept.log": "1", "other": "1"])
    try sample.folder.write("*.log\n/a/sub/\n", to: ".gitignore")
    for name in ["a/new", "a/new.log", "a/*.yaml", "a/sub/x", "a/kept.log"] {
      try sample.folder.write("2", to: name)
    }
    let repository = try GitRepository.open(path: sample.path + "/a")
    #expect(repository.prefix == "a/")
    let tracked = try repository.trackedFiles(below: "a")
    #expect(tracked.sorted() == ["a/kept.log", "a/é b.yaml"])
    #expect(try repository.trackedFiles(below: "").contains("other"))
    let ignored = try repository.ignoredFiles(of: [
      "a/new", "a/new.log", "a/*.yaml", "a/sub/x", "a/kept.log",
    ])
    // What is tracked is not ignored, whatever the pattern says.
    #expect(ignored.sorted() == ["a/new.log", "a/sub/x"])
    #expect(try repository.ignoredFiles(of: []).isEmpty)
  }

  @Test func aBareRepositoryIgnoresNothing() throws {
    let sample = try SampleRepository()
    try sample.commit(["a": "1", ".gitignore": "*"])
    try sample.run(["clone", "-q", "--bare", ".", "bare"])
    let bare = try GitRepository.open(path: sample.path + "/bare")
    #expect(try bare.ignoredFiles(of: ["x"]).isEmpty)
  }
}
