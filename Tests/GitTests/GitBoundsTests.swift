import Foundation
import Glibc
import TestSupport
import Testing

@testable import Git

@Suite(.enabled("git is not on this machine") { machineHasGit })
struct GitBoundsTests {
  private func repository() throws -> SampleRepository {
    let sample = try SampleRepository()
    try sample.commit(["a.go": "package a\n", "d/b.go": "2"], tag: "v1")
    return sample
  }

  private func open(
    _ sample: SampleRepository, _ limits: (inout GitLimits) -> Void
  ) throws -> GitRepository {
    var own = GitLimits()
    limits(&own)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return try GitRepository.open(path: sample.path, searchPath: path, limits: own)
  }

  @Test(arguments: [
    "HEAD", "config", "packed-refs", "shallow", "info/grafts", "info/attributes", "commondir",
    "refs/tags/v1", "refs/heads/other", "objects/info/alternates", "objects/ab/pipe",
    "objects/pack/pipe.idx", "index", "FETCH_HEAD", "info/other",
  ])
  func aPipeIsRefusedBeforeGitReadsIt(name: String) throws {
    let sample = try repository()
    let file = sample.path + "/.git/" + name
    try? FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try #require(mkfifo(file, 0o600) == 0)
    #expect(
      throws: GitError.unusableFile(path: file, reason: "it is not a regular file")
    ) { try GitRepository.open(path: sample.path) }
  }

  @Test(arguments: ["config", "packed-refs", "refs/tags/v1"])
  func aHugeFileOfGitsOwnIsRefused(name: String) throws {
    let sample = try repository()
    let file = sample.path + "/.git/" + name
    if !FileManager.default.fileExists(atPath: file) {
      try sample.folder.write("", to: ".git/\(name)")
    }
    try #require(truncate(file, 1 << 31) == 0)
    #expect(throws: GitError.unusableFile(path: file, reason: "it has more than 64 MiB")) {
      try GitRepository.open(path: sample.path)
    }
  }

  @Test func aHugeDotGitFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("gitdir: elsewhere\n", to: ".git")
    let file = folder.url.path + "/.git"
    try #require(truncate(file, 1 << 31) == 0)
    #expect(throws: GitError.unusableFile(path: file, reason: "it has more than 64 MiB")) {
      try GitRepository.open(path: folder.url.path)
    }
  }

  @Test func pipesOfLinkedWorkTreesAndAlternatesAreSeen() throws {
    let sample = try repository()
    let aside = try TemporaryFolder()
    let (linked, clone) = (aside.url.path + "/w", aside.url.path + "/c")
    try sample.run(["worktree", "add", "-q", "--detach", linked, "v1"])
    try sample.run(["clone", "-q", "-s", sample.path, clone])
    #expect(throws: Never.self) { try GitRepository.open(path: linked).commit(of: "v1") }
    #expect(throws: Never.self) { try GitRepository.open(path: clone).commit(of: "v1") }
    try #require(mkfifo(sample.path + "/.git/objects/pack/p.pack", 0o600) == 0)
    #expect(throws: GitError.self) { try GitRepository.open(path: linked) }
    #expect(throws: GitError.self) { try GitRepository.open(path: clone) }
  }

  @Test func aFileHasALimit() throws {
    let sample = try repository()
    let repository = try open(sample) { $0.fileBytes = 9 }
    let commit = try repository.commit(of: "v1")
    #expect(throws: GitError.tooLarge(path: "a.go", commit: commit.id, limit: 9)) {
      try repository.read(["a.go"], at: commit)
    }
    #expect(try repository.read(["d/b.go"], at: commit).count == 1)
    // The list of a folder is an object as well.
    #expect(throws: GitError.tooLarge(path: "d", commit: commit.id, limit: 9)) {
      try repository.read([], besides: ["d"], atEach: [commit])
    }
  }

  @Test func filesHaveALimitTogether() throws {
    let sample = try repository()
    let repository = try open(sample) { $0.totalBytes = 10 }
    let commit = try repository.commit(of: "v1")
    #expect(throws: GitError.tooLargeInAll(commit: commit.id, limit: 10)) {
      try repository.read(["a.go", "d/b.go"], at: commit)
    }
    #expect(try repository.read(["a.go"], atEach: [commit, commit]).count == 2)
  }

  @Test func aFolderHasALimit() throws {
    let sample = try repository()
    try sample.commit(["d/c.go": "3", "d/c.txt": "4"])
    let repository = try open(sample) { $0.folderFiles = 1 }
    let commit = try repository.commit(of: "HEAD")
    #expect(throws: GitError.tooManyFiles(folder: "d", commit: commit.id, limit: 1)) {
      try repository.read([], besides: ["d"], ending: ".go", atEach: [commit])
    }
  }

  /// Trees that hold the same tree ten times, eight deep: 10⁸ paths in a few objects.
  @Test func aTreeWithTooManyPathsIsLookedThroughInPart() throws {
    let sample = try SampleRepository()
    try sample.folder.write("x\n", to: "x")
    var id = try sample.run(["hash-object", "-w", "x"]).text.trimmingCharacters(in: .newlines)
    for level in 0..<8 {
      let kind = level == 0 ? "100644 blob" : "040000 tree"
      let lines = (0..<10).map { "\(kind) \(id)\tn\($0)\n" }.joined()
      let git = try #require(Program(named: "git"))
      id = try git.run(["mktree"], in: sample.folder.url, input: Array(lines.utf8)).text
        .trimmingCharacters(in: .newlines)
    }
    let commit = try sample.run(["commit-tree", "-m", "many", id]).text
      .trimmingCharacters(in: .newlines)
    try sample.run(["tag", "v1", commit])
    let repository = try GitRepository.open(path: sample.path)
    let paths = try repository.paths(at: try repository.commit(of: "v1"))
    #expect(paths.count == GitLimits.standard.listedPaths)
    #expect(paths.first == "n0/n0/n0/n0/n0/n0/n0/n0")
    // A path that turns out to be a folder of all of them.
    #expect(try repository.read(["n1"], at: repository.commit(of: "v1")).isEmpty)
    #expect(throws: GitError.tooMuch(command: "for-each-ref", limit: 1)) {
      try open(sample) { $0.answerBytes = 1 }.tags()
    }
  }

  @Test func gitIsNotWaitedForForever() throws {
    let repository = try open(repository()) { $0.seconds = 0 }
    #expect(throws: GitError.tookTooLong(seconds: 0)) { try repository.commit(of: "v1") }
  }

  @Test func aProgramThatClosesItsStreamsAndStaysIsEnded() throws {
    let sample = try repository()
    let aside = try TemporaryFolder()
    // Written by another process: no copy of its open file keeps it from being run.
    let shell = try #require(Program(named: "sh"))
    let script = "#!/bin/sh\nexec sleep 1000 >/dev/null 2>&1 </dev/null\n"
    _ = try shell.run(
      ["-c", "cat >git; chmod +x git"], in: aside.url, input: Array(script.utf8))
    var limits = GitLimits()
    limits.seconds = 1
    let repository = try GitRepository.open(
      path: sample.path, searchPath: aside.url.path + ":/usr/bin:/bin", limits: limits)
    #expect(throws: GitError.tookTooLong(seconds: 1)) { try repository.commit(of: "v1") }
  }
}
