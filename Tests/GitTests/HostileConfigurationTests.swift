import Foundation
import TestSupport
import Testing

@testable import Git

@Suite(.enabled("git is not on this machine") { machineHasGit })
struct HostileConfigurationTests {
  /// A repository whose configuration touches a file from every place that can name a program.
  private func hostileRepository(marker: String) throws -> SampleRepository {
    let sample = try SampleRepository()
    try sample.commit(
      [".gitattributes": "* filter=evil diff=evil merge=evil\n", "a": "1"], tag: "v1")
    let touch = "touch '\(marker)'"
    try sample.folder.write("#!/bin/sh\n\(touch)\n", to: ".git/evil")
    let evil = sample.path + "/.git/evil"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: evil)
    for hook in ["post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"] {
      try FileManager.default.createSymbolicLink(
        atPath: sample.path + "/.git/hooks/\(hook)", withDestinationPath: evil)
    }
    try sample.folder.write("[core]\n\tfsmonitor = \(evil)\n", to: ".git/more")
    let settings = """
      [core]
        fsmonitor = \(evil)
        pager = \(evil)
        sshCommand = \(evil)
        askPass = \(evil)
        alternateRefsCommand = \(evil)
        gitProxy = \(evil)
        hooksPath = \(sample.path)/.git/hooks
        worktree = /nonexistent/place
      [pager]
        cat-file = \(evil)
        for-each-ref = \(evil)
      [filter "evil"]
        clean = \(evil)
        smudge = \(evil)
        process = \(evil)
        required = true
      [diff]
        external = \(evil)
      [diff "evil"]
        textconv = \(evil)
        command = \(evil)
      [alias]
        cat-file = !\(evil)
        for-each-ref = !\(evil)
      [credential]
        helper = \(evil)
      [include]
        path = more
      [protocol "ext"]
        allow = always
      [protocol "file"]
        allow = always
      [remote "origin"]
        url = ext::\(evil)
        promisor = true
        partialclonefilter = blob:none
        uploadpack = \(evil)
      [extensions]
        partialClone = origin

      """
    let config = String(decoding: sample.folder.read(".git/config") ?? [], as: UTF8.self)
    try sample.folder.write(
      config.replacingOccurrences(
        of: "repositoryformatversion = 0", with: "repositoryformatversion = 1")
        + settings, to: ".git/config")
    return sample
  }

  @Test func noProgramOfTheConfigurationRuns() throws {
    let aside = try TemporaryFolder()
    let marker = aside.url.path + "/marker"
    let sample = try hostileRepository(marker: marker)
    let repository = try GitRepository.open(path: sample.path)
    let commit = try repository.commit(of: "v1")
    #expect(try repository.tags().map(\.name) == ["v1"])
    let files = try repository.read(["a", "none"], at: commit)
    #expect(files["a"]?.bytes == [0x31])
    #expect(files["a"].map { repository.workTreeState(of: "a", comparedTo: $0) } == .same)

    // The content goes missing: git would now ask the remote for it.
    let id = try #require(files["a"]?.id)
    try FileManager.default.removeItem(
      atPath: sample.path + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    #expect(throws: GitError.contentNotFetched(path: "a", commit: commit.id)) {
      try repository.read(["a"], at: commit)
    }
    #expect(!FileManager.default.fileExists(atPath: marker))
  }

  @Test func theSameConfigurationDoesRunProgramsInOrdinaryUse() throws {
    let aside = try TemporaryFolder()
    let marker = aside.url.path + "/marker"
    let sample = try hostileRepository(marker: marker)
    let git = try #require(Program(named: "git"))
    _ = try git.run(["--work-tree=.", "status"], in: sample.folder.url)
    #expect(FileManager.default.fileExists(atPath: marker))
  }
}
