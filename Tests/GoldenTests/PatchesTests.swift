import Command
import Foundation
import JSONText
import PodAPI
import TestSupport
import Testing
import Values

/// `patches`: how every patch stands to sources.
@Suite struct PatchesTests {
  @Test func oneSourceIsAListWithReasons() {
    let result = run(["patches", "config/sample-flyte"])
    #expect(result.status == .success)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains("no-sys-ptrace                    applies"))
    #expect(
      lines.contains("init-container-templates         not needed  since v1.14.0 (flyte#5750)"))
    #expect(lines.contains("only on request"))
    #expect(lines.last?.hasPrefix("1 source, 0 conflicts") == true)
  }

  @Test func withoutASourceTheClustersOfTheConfigAreLookedAt() {
    let result = run(["patches", "--config", "config"])
    #expect(result.status == .success)
    #expect(result.complaint.contains("'staging' has no sources to inspect"))
    #expect(result.output.contains("no-sys-ptrace                    applies"))
  }

  @Test func whereThereIsNothingToLookAtNothingIsFine() {
    for words in [["--cluster", "staging"], ["--cluster", "staging", "--cluster", "next"]] {
      for format in ["text", "json"] {
        let result = run(["patches", "--config", "config", "--format", format] + words)
        #expect(result.status == .failure)
        #expect(result.output.isEmpty)
        #expect(result.complaint.contains("sources to inspect [source/none]"))
        #expect(result.complaint.hasSuffix("1 error\n"))
      }
    }
  }

  @Test func releasesThatStandAlikeShareAColumn() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.1", "v1.15.2", "ours"])
    try sample.change("copilot.go", "\tc.SecurityContext.Capabilities.Add =", to: "\tadd =")
    try sample.git(["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qam", "damage"])
    try sample.git(["tag", "v1.15.3"])
    let result = run(["patches", sample.sources.path, "--tags", "v1.15.0..", "--ref", "ours"])
    #expect(result.status == .findings)
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(lines[0] == ["v1.15.1", "v1.15.3", "ours"])
    #expect(lines[2] == ["(2)", "(1)", "(1)"])
    #expect(lines[3] == ["no-sys-ptrace", "applies", "conflict", "applies"])
    #expect(result.output.contains("copilot.go:42: func AddCoPilotToContainer\n    looked for: "))
    #expect(result.output.contains("\n    nearest:    add = append("))
  }

  @Test func jsonSaysTheSameOfEverySource() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.2", "v1.15.3"])
    let result = run([
      "patches", sample.sources.path, "--tags", "..", "--format", "json", "--patch",
      "no-sys-ptrace",
    ])
    let value = try JSONReader.read(result.output.utf8)
    #expect(value["patches"]?.items.map { $0["name"]?.string } == ["no-sys-ptrace"])
    let sources = value["sources"]?.items ?? []
    #expect(sources.map { $0["name"]?.string } == ["v1.15.2", "v1.15.3"])
    #expect(sources.first?["patches"]?.items.first?["state"]?.string == "applies")
  }

  @Test func aPatchHasAPage() {
    let result = run(["patches", "--patch", "no-sys-ptrace"])
    #expect(result.status == .success)
    #expect(result.output.hasPrefix("no-sys-ptrace\ncopilot: do not request SYS_PTRACE"))
    #expect(result.output.contains("Not with: optional-sys-ptrace"))
    let wrong = run(["patches", "--patch", "no-sys-ptrac"])
    #expect(wrong.status == .usage)
    #expect(wrong.complaint.contains("did you mean 'no-sys-ptrace'?"))
  }

  @Test(arguments: [
    (["--tags", ".."], "need a git repository as SOURCE"),
    (["flyte", "--tags", "v1.9.1.."], "no release 'v1.9.1'"),
    (["flyte", "--tags", "v1.16.9"], "did you mean 'v1.16.8'?"),
    (["flyte", "--tags", "v1.16.10"], "did you mean 'v1.16.8'?"),
    (["flyte", "--tags", "v1.16.0..v1.14.0"], "later than the last"),
  ])
  func wordsThatDoNotFitAreToldInOneGo(words: [String], complaint: String) {
    let result = run(["patches"] + words)
    #expect(result.status == .usage)
    #expect(result.complaint.contains(complaint))
  }

  @Test func tagsThatTheRepositoryLacksAreNamed() throws {
    let sample = try SampleCopy()
    try sample.commit(tags: ["v1.15.2", "v1.15.3"])
    let result = run(["patches", sample.sources.path, "--tags", "v1.15.0..v1.15.3"])
    #expect(result.complaint.contains("has no tags for 2 of these releases: v1.15.0, v1.15.1"))
    #expect(result.complaint.contains("[source/absent-tags]"))
    let all = run(["patches", sample.sources.path, "--tags", "v1.15.2.."])
    #expect(!all.complaint.contains("v1.15.3,"))
    #expect(all.complaint.contains(", …"))
  }

  @Test func flyteInAnotherFolderOfTheRepositoryIsFound() throws {
    let sample = try SampleCopy()
    try sample.git(["init", "-q"], in: sample.folder.url)
    try sample.git(["add", "-A"], in: sample.folder.url)
    try sample.git(["commit", "-qm", "all"], in: sample.folder.url)
    try sample.config(source: "repository: ., ref: HEAD")
    for result in [
      run(["patches", sample.path, "--ref", "HEAD"]), run(["generate"] + sample.options),
      run(["vendor", sample.path, "HEAD", "\(sample.path)/copy"]),
    ] {
      #expect(result.status == .failure)
      #expect(result.complaint.contains("there are no Flyte sources in '\(sample.path)' at HEAD"))
      #expect(result.complaint.contains("the repository has them in 'flyte'"))
    }
    #expect(
      run(["patches", sample.sources.path, "--ref", "HEAD"]).output.contains("no-sys-ptrace"))
  }

  @Test func sourcesThatAreNoneAreAFault() throws {
    let empty = try TemporaryFolder()
    let folder = run(["patches", empty.url.path])
    #expect(folder.status == .failure)
    #expect(folder.complaint.contains("[source/unreadable]"))
    #expect(run(["patches", "nowhere"]).complaint.contains("hint: check the path"))
    let repository = run(["patches", empty.url.path, "--tags", ".."])
    #expect(repository.status == .failure)
    #expect(repository.complaint.contains("is not in a git repository"))
  }
}
