import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled("git is not on this machine") { machineHasGit })
struct DamagedRepositoryTests {
  private func repository() throws -> SampleRepository {
    let sample = try SampleRepository()
    try sample.commit(["a": "1", "d/b": "2", "d/e/c": "3"], tag: "v1")
    return sample
  }

  /// The result of reading: the error, or the paths that it found.
  private func reading(_ sample: SampleRepository, _ paths: [String]) -> Result<[String], GitError>
  {
    do throws(GitError) {
      let repository = try GitRepository.open(path: sample.path)
      let commit = try repository.commit(of: "v1")
      return .success(try repository.read(paths, at: commit).keys.sorted())
    } catch {
      return .failure(error)
    }
  }

  private func isObjectMissing(_ result: Result<[String], GitError>) -> Bool {
    if case .failure(.objectMissing) = result { return true }
    return false
  }

  @Test(arguments: ["v1:d/b", "v1:d", "v1^{tree}", "v1^{commit}"])
  func whatIsLostIsNotAbsent(object: String) throws {
    let sample = try repository()
    try sample.change(object: object) { _ in nil }
    #expect(isObjectMissing(reading(sample, ["a", "d/b", "none"])))
  }

  @Test(arguments: ["v1:d/b", "v1:d", "v1^{tree}", "v1^{commit}"])
  func whatIsDamagedIsNotAbsent(object: String) throws {
    let sample = try repository()
    try sample.change(object: object) { _ in Data("garbage".utf8) }
    guard case .failure(let error) = reading(sample, ["a", "d/b"]) else {
      Issue.record("\(object) was read")
      return
    }
    #expect(error.description.contains("inflate"), "git's own words are lost: \(error)")
  }

  @Test func onlyWhatIsAskedForMustBeThere() throws {
    let sample = try repository()
    try sample.change(object: "v1:d/e") { _ in nil }
    #expect(reading(sample, ["a", "d/b", "none", "d/none"]) == .success(["a", "d/b"]))
    #expect(isObjectMissing(reading(sample, ["d/e/c"])))
    #expect(isObjectMissing(reading(sample, ["d/e/none"])))
  }

  @Test func aTagOfALostCommitIsNoAbsentTag() throws {
    let sample = try repository()
    try sample.run(["tag", "-a", "-m", "annotated", "v2"])
    try sample.change(object: "v1") { _ in nil }
    let repository = try GitRepository.open(path: sample.path)
    for ref in ["v1", "v2", "main", "HEAD"] {
      #expect(throws: GitError.self) { try repository.commit(of: ref) }
      do { _ = try repository.commit(of: ref) } catch GitError.objectMissing {} catch {
        Issue.record("\(ref): \(error)")
      }
    }
    #expect(throws: GitError.self) { try repository.commits(ofTags: ["v1"]) }
    #expect(try repository.commits(ofTags: ["v7"]) == [nil])
    #expect(throws: GitError.unknownRef("v7", repository: sample.path)) {
      try repository.commit(of: "v7")
    }
  }

  @Test func aCloneWhoseAlternatesAreGoneSaysSo() throws {
    let origin = try repository()
    let clone = try TemporaryFolder()
    let place = clone.url.path + "/c"
    try origin.run(["clone", "-q", "--no-checkout", "-s", origin.path, place])
    #expect(try GitRepository.open(path: place).commits(ofTags: ["v1"])[0] != nil)
    let objects = origin.path + "/.git/objects"
    try FileManager.default.moveItem(atPath: objects, toPath: origin.path + "/gone")
    let repository = try GitRepository.open(path: place)
    let expected = GitError.alternatesGone(path: objects, repository: place)
    #expect(throws: expected) { try repository.commit(of: "v1") }
    #expect(throws: expected) { try repository.commit(of: "v9") }
    #expect(throws: expected) { try repository.commits(ofTags: ["v1"]) }
  }

  @Test func allThatGitSaysIsSaid() throws {
    let sample = try repository()
    try sample.run(["config", "core.repositoryformatversion", "1"])
    try sample.run(["config", "extensions.fromthefuture", "true"])
    let repository = try GitRepository.open(path: sample.path)
    #expect(
      throws: GitError.failed(
        command: "cat-file", message: "fatal: unknown repository extension found: fromthefuture")
    ) { try repository.commit(of: "v1") }
  }
}
