import Command
import Foundation
import TestSupport
import Testing

/// The output of a run.
final class Transcript: @unchecked Sendable {
  private let lock = NSLock()
  private var bytes: [UInt8] = []

  func add(_ more: [UInt8]) { lock.withLock { bytes += more } }
  var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
}

/// Runs a command of the tool in this process.
func run(_ words: [String]) -> (
  status: Command.ExitStatus, output: String, complaint: String
) {
  let output = Transcript()
  let complaint = Transcript()
  let streams = Streams(output: ByteStream(output.add), error: ByteStream(complaint.add))
  let status = Run(streams: streams, environment: [:]).run(words)
  return (status, output.text, complaint.text)
}

/// A config, and what comes of it: the tree or the diagnostics.
@Suite(.serialized) struct GoldenTests {
  static let folder = "Tests/GoldenTests/Cases"
  static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []

  @Test func thereAreCases() { #expect(Self.cases.count >= 10) }

  @Test(arguments: cases) func aConfigGivesWhatIsRecorded(name: String) throws {
    let place = "\(Self.folder)/\(name)"
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "out").path
    let isFolder = FileManager.default.fileExists(atPath: "\(place)/config")
    let config = isFolder ? "\(place)/config" : "\(place)/config.yaml"
    let options = ["--config", config, "--output", output]
    let first = run(["generate"] + options)
    var results = Snapshots.files(in: URL(filePath: output))
    if !results.isEmpty {
      // What was written is as it would be written, and stays as it is.
      #expect(run(["verify"] + options).status == .success)
      #expect(run(["diff"] + options).output == "")
      #expect(run(["generate"] + options).status == .success)
      #expect(Snapshots.files(in: URL(filePath: output)) == results)
    } else {
      #expect(first.status == .failure)
    }
    results["diagnostics.txt"] = Data(first.complaint.utf8)
    Snapshots.expect(
      results, in: Snapshots.repository.appending(path: "\(place)/expected"))
  }

  @Test(.disabled(if: Snapshots.isRecording, "'make generate' writes it"))
  func theExampleIsAsGenerated() {
    let result = run(["verify"])
    #expect(result.status == .success, "\(result.output) make generate, then read 'git diff'")
  }
}

/// Arguments that do not fit on the command line.
@Suite struct UsageTests {
  @Test(arguments: [
    (["generat"], "did you mean 'generate'?"),
    (["verify", "--confg", "x"], "did you mean '--config'?"),
    (["verify", "--config"], "needs a value"), (["verify", "x"], "unexpected argument 'x'"),
    (["diff", "--color", "blue"], "auto, always, never"),
    (["diff", "--config=a", "--config=b"], "given twice"),
    (["patches", "--patch", "no-sys-ptrace", "--format", "json"], "it needs SOURCE"),
  ])
  func wrongWordsAreUsage(words: [String], hint: String) {
    let result = run(words)
    #expect(result.status == .usage)
    #expect(result.complaint.contains(hint))
  }

  @Test func helpAndVersionAreResults() {
    #expect(run(["--help"]).output.contains("generate"))
    #expect(run(["generate", "-h"]).output.contains("--output PATH"))
    #expect(run(["help", "verify"]).status == .success)
    #expect(run(["--version"]).output.hasPrefix("flyte-harden "))
  }

  @Test func helpTellsOfAKeyOfTheConfig() {
    #expect(run(["help", "config", "clusters.flyte"]).output.contains("secretManager"))
    let wrong = run(["help", "config", "clusters.flyt"])
    #expect(wrong.status == .usage)
    #expect(wrong.complaint.contains("did you mean 'clusters.flyte'?"))
    #expect(run(["help", "verfy"]).complaint.contains("did you mean 'verify'?"))
  }

  @Test func anUnknownClusterIsAFault() {
    let result = run(["verify", "--cluster", "prodction"])
    #expect(result.status == .failure)
    #expect(result.complaint.contains("[config/unknown-cluster]"))
    #expect(result.complaint.contains("did you mean 'production'?"))
  }

  @Test func aMissingConfigIsAFault() {
    let result = run(["generate", "--config", "nowhere"])
    #expect(result.status == .failure)
    #expect(result.complaint.contains("[file/unreadable]"))
    let empty = run(["generate", "--config", "Tests/Judges/charts"])
    #expect(empty.complaint.contains("[config/none]"))
  }

  @Test func aMissingValuesFileIsAFaultAtItsName() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      """
      apiVersion: flyte-harden/v1
      clusterDefaults: { chart: flyte-core, values: [nowhere.yaml] }
      clusters:
        one:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.31" }
          namespaces: [{ name: tasks }]
          assign: [{ profile: builtin/restricted }]
      """, to: "config.yaml")
    let result = run(["verify", "--config", scratch.url.appending(path: "config.yaml").path])
    #expect(result.status == .failure)
    #expect(result.complaint.contains("config.yaml:2:48: error: cannot read '"))
    let audit = run(["audit", "--flyte", "v1.16.8", "--values", "nowhere.yaml"])
    #expect(audit.complaint.contains("pass another file with '--values'"))
  }

  @Test func linksInACircleAreNamed() throws {
    let scratch = try TemporaryFolder()
    let link = scratch.url.appending(path: "config.yaml")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: link)
    let result = run(["generate", "--config", link.path])
    #expect(result.complaint.contains("its symbolic links form a loop [file/unreadable]"))
  }

  @Test func aMissingFolderOfTemplatesIsAFault() {
    let result = run(["patches", "config/sample-flyte", "--templates", "nowhere"])
    #expect(result.status == .failure)
    #expect(result.complaint.contains("there is no folder 'nowhere' [template/no-folder]"))
  }
}

/// The pod behind a namespace.
@Suite struct ExplainTests {
  private func explain(_ words: String...) -> (
    status: Command.ExitStatus, output: String, complaint: String
  ) {
    run(["explain"] + words)
  }

  @Test func aRefusedPodIsShownWithWhatDecidedIt() {
    let result = explain("fraud-production", "--pod", "--task", "copilot")
    #expect(result.status == .findings)
    #expect(
      result.output.contains(
        "#   container exec-n0-0, securityContext.capabilities.add: Flyte adds it"))
    #expect(result.output.contains("kind: Pod"))
  }

  @Test func thePatchesLetItIn() {
    let result = explain("fraud-production", "--pod", "--task", "copilot", "--patched")
    #expect(result.status == .success)
    #expect(result.output.contains("# admitted by Pod Security restricted:latest"))
  }

  @Test func aNamespaceOfTheFutureIsServedByFlytesOwn() {
    let result = explain("not-yet", "--cluster", "staging")
    #expect(result.status == .success)
    let words =
      "no entry of the config names the namespace 'not-yet': Flyte uses the fallback in 'flyte'"
    #expect(result.output.contains("\n\(words)\n"))
    #expect(result.complaint == "flyte-harden: \(words)\n hint: add it to 'namespaces'\n")
  }

  @Test func aNameThatIsNearlyOneOfTheConfigIsNoGoodAnswer() {
    let result = explain("flytesnacks-devlopment", "--cluster", "staging")
    #expect(result.output.contains("'flyte'; did you mean 'flytesnacks-development'?\n"))
    #expect(result.complaint.contains("hint: did you mean 'flytesnacks-development'?"))
    let single = explain("flytesnacks-development", "--cluster", "next")
    #expect(single.complaint.contains(", and in v2.0.43 all tasks run in one\n"))
  }

  @Test func withoutAFallbackNothingServesANamespaceThatNobodyNames() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      """
      apiVersion: flyte-harden/v1
      clusters:
        one:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.31" }
          chart: flyte-core
          podTemplate: { fallback: false }
          patches: none
          namespaces: [{ name: tasks }]
          assign: [{ profile: builtin/restricted }]
      """, to: "config.yaml")
    let config = scratch.url.appending(path: "config.yaml").path
    let result = explain("task", "--config", config)
    #expect(result.status == .failure)
    #expect(result.output.isEmpty)
    #expect(
      result.complaint.contains("there is no fallback in 'flyte'\n hint: did you mean 'tasks'?"))
    #expect(explain("other", "--config", config).complaint.contains("fallback: true"))
  }

  @Test func whatIsNotThereIsNamed() {
    #expect(explain("fraud-prodction").complaint.contains("did you mean 'fraud-production'?"))
    #expect(explain("flyte").complaint.contains("choose one with '--cluster'"))
    #expect(
      explain("fraud-staging", "--template", "x").complaint.contains("flyte-default, flyte-gpu"))
  }
}
