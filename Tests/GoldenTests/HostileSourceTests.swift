import Command
import Foundation
import Glibc
import TestSupport
import Testing

/// Flyte sources that are damaged, huge or no files at all.
@Suite struct HostileSourceTests {
  private static let flytek8s = "flyte/flyteplugins/go/tasks/pluginmachinery/flytek8s"

  @Test func aFileThatIsTooLargeIsNotRead() throws {
    let sample = try SampleCopy()
    let file = "\(sample.path)/\(Self.flytek8s)/copilot.go"
    try #require(truncate(file, (4 << 20) + 1) == 0)
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("copilot.go': it has more than 4 MiB"), "\(result.complaint)")
    try sample.commit(tags: ["v1.15.3"])
    try sample.config(source: "repository: flyte, ref: v1.15.3")
    #expect(sample.generate().complaint.contains("has more than 4 MiB"))
  }

  @Test func aPipeAmongTheSourcesIsNotWaitedFor() throws {
    let sample = try SampleCopy()
    try #require(mkfifo("\(sample.path)/\(Self.flytek8s)/beside.go", 0o600) == 0)
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(result.complaint.contains("it is not a regular file"), "\(result.complaint)")
  }

  @Test func aLostFileOfACommitIsNotAnAbsentOne() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.3"])
    try sample.config(source: "repository: flyte, ref: v1.15.3")
    #expect(sample.generate().status == .success)
    let git = try #require(Program(named: "git"))
    let id = try git.run(
      ["rev-parse", "v1.15.3:flyteplugins/go/tasks/pluginmachinery/flytek8s/copilot.go"],
      in: sample.sources
    ).text.trimmingCharacters(in: .newlines)
    let object = sample.sources.appending(
      path: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    try FileManager.default.removeItem(at: object)
    let result = sample.generate()
    #expect(result.status == .failure)
    #expect(
      result.complaint.contains("copilot.go' at commit ")
        && result.complaint.contains("is missing or damaged"), "\(result.complaint)")
  }

  /// A folder's files are what they are, whatever its repository is; but nobody looked.
  @Test func aRepositoryAroundAFolderThatCannotBeReadIsNamed() throws {
    let sample = try SampleCopy()
    try sample.commit()
    #expect(!sample.generate().complaint.contains("[source/repository-unreadable]"))
    let config = "\(sample.path)/flyte/.git/config"
    try FileManager.default.removeItem(atPath: config)
    try #require(mkfifo(config, 0o600) == 0)
    let result = sample.generate()
    #expect(result.status == .success)
    #expect(
      result.complaint.contains("[source/repository-unreadable]"), "\(result.complaint)")
  }

  @Test func aBareRepositoryWithoutARefIsToldToNameOne() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.3"])
    let bare = "\(sample.path)/bare.git"
    try sample.git(["clone", "-q", "--bare", sample.sources.path, bare])
    let result = run(["patches", bare])
    #expect(result.status == .failure)
    #expect(
      result.complaint.contains("it is a bare git repository: pass a ref with '--ref'"),
      "\(result.complaint)")
    try sample.config(source: "path: bare.git")
    #expect(sample.generate().complaint.contains("use 'repository' and 'ref' instead of 'path'"))
    // A clone without files is as good as a bare one.
    let empty = "\(sample.path)/empty"
    try sample.git(["clone", "-q", "--no-checkout", sample.sources.path, empty])
    #expect(run(["patches", empty]).complaint.contains("not checked out: pass a ref"))
  }
}
