import Audit
import Command
import Foundation
import Reports
import TestSupport
import Testing

/// PodTemplates of a release, and the audit of them in every format. The folder is called like the
/// release, with words before it that an underscore ends, or behind it that a `+` starts. A folder with a
/// `config.yaml` is audited by it.
@Suite(.serialized) struct AuditGoldenTests {
  static let folder = "Tests/GoldenTests/Audits"
  static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []

  @Test func thereAreCases() { #expect(Self.cases.count >= 3) }

  @Test(arguments: cases) func anAuditSaysWhatIsRecorded(name: String) throws {
    let place = "\(Self.folder)/\(name)"
    let options = try String(contentsOfFile: "\(place)/options.txt", encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let config = "\(place)/config.yaml"
    let release = String((name.split(separator: "_").last ?? "").prefix { $0 != "+" })
    let what =
      FileManager.default.fileExists(atPath: config)
      ? ["--config", config]
      : ["--flyte", release, "--pod-template", "\(place)/templates.yaml"]
    var results: [String: Data] = [:]
    var statuses: Set<Int32> = []
    for format in ReportFormat.allCases {
      let result = run(
        ["audit"] + what + ["--format", format.rawValue] + options)
      let text =
        format == .html
        ? try Snapshots.withoutParts(
          result.output, ["page.css", "page.js"], in: "Sources/Audit/Formats/Page")
        : result.output
      results["audit.\(format.rawValue)"] = Data(text.utf8)
      results["diagnostics.txt"] = Data(result.complaint.utf8)
      statuses.insert(result.status.rawValue)
    }
    // The form never changes the verdict.
    #expect(statuses == [1])
    Snapshots.expect(results, in: Snapshots.repository.appending(path: "\(place)/expected"))
  }

  @Test(arguments: ReportFormat.allCases) func theExampleIsAuditedAsItRuns(format: ReportFormat) {
    let result = run(["audit", "--format", format.rawValue])
    #expect(result.status == .findings)
    #expect(result.output.contains("no-sys-ptrace"))
  }

  @Test(arguments: [("refused", 1), ("finding", 1), ("never", 0)])
  func whatFailsIsAsked(bar: String, status: Int32) {
    for format in ReportFormat.allCases {
      let words = ["audit", "--cluster", "production", "--format", format.rawValue]
      #expect(run(words + ["--fail-on", bar]).status.rawValue == status)
    }
    let clean = run(["audit", "--cluster", "staging", "--fail-on", bar])
    #expect(clean.status == .success)
  }

  @Test func withoutTemplatesTasksAreJudgedAsTheyAre() {
    let result = run(["audit", "--flyte", "v1.15.3", "--level", "baseline", "--patches", "none"])
    #expect(result.status == .findings)
    #expect(result.output.contains("baseline:latest"))
    #expect(!result.output.contains("patched"))
  }

  @Test(arguments: [
    (["--level", "baseline"], "needs '--flyte'"), (["--values", "x"], "needs '--flyte'"),
    (["--flyte", "v2.0.3", "--values", "x"], "has no chart"),
    (["--flyte", "v1.15.33"], "did you mean 'v1.15.3'?"),
    (["--flyte", "v1.15.3", "--config", "config"], "remove one of them"),
    (["--flyte", "v1.15.3", "--chart", "flyte-cor"], "did you mean 'flyte-core'?"),
    (["--flyte", "v1.15.3", "--kubernetes", "1.24"], "did you mean '1.2"),
    (["--flyte", "v1.15.3", "--patches", "no-sys-ptrac"], "did you mean 'no-sys-ptrace'?"),
    (["--flyte", "v1.15.3", "--fail-on", "warning"], "refused, finding, never"),
    (["--flyte", "v1.15.3", "--plugins", "ray,sprak"], "did you mean 'spark'?"),
    (["--flyte", "v1.15.3", "--plugins", ""], "is empty"),
    (["--flyte", "v1.15.3", "--plugins", "ray=1.3.2,ray=1.4.2"], "names 'ray' twice"),
    (["--flyte", "v1.15.3", "--plugins", "ray=1.+3.2"], "'--plugins ray=1.7.0'"),
    (["--flyte", "v1.15.3", "--plugins", "spark=1.5"], "write all three numbers"),
    (["--flyte", "v1.15.3", "--plugins", "array=1.5"], "without a version"),
    (["--plugins", "ray"], "needs '--flyte'"),
    (["--today", "2027-02-29"], "2027-03-31"),
  ])
  func wrongWordsAreUsage(words: [String], hint: String) {
    let result = run(["audit"] + words)
    #expect(result.status == .usage)
    #expect(result.complaint.contains(hint), "\(result.complaint)")
  }

  @Test func standardInputIsRead() throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "flyte-harden")
    let shell = try #require(Program(named: "sh"))
    let text = try Data(contentsOf: URL(filePath: "\(Self.folder)/v1.15.3/templates.yaml"))
    let outcome = try shell.run(
      ["-c", "\"$tool\" audit --flyte v1.15.3 --kubernetes 1.31 --pod-template -"],
      in: Snapshots.repository, input: Array(text), environment: ["tool": program.path])
    #expect(outcome.status == 1)
    #expect(outcome.complaint.hasPrefix("<stdin>:"))
    #expect(outcome.text.contains("24 pods (2 namespaces, 12 task shapes)"))
  }

  /// Text from a file is printed so that a terminal only shows it, in every format.
  @Test(arguments: ReportFormat.allCases) func textsOfManifestsAreNoLines(format: ReportFormat)
    throws
  {
    let scratch = try TemporaryFolder()
    let file = try scratch.write(
      """
      apiVersion: v1
      kind: PodTemplate
      metadata: { name: t, namespace: n }
      template:
        metadata: { annotations: { "container.apparmor.security.beta.kubernetes.io/default": "\(Hostile.yaml)" } }
        spec: { containers: [{ name: default, image: "i\(Hostile.yaml)" }] }
      """, to: "\(Hostile.ref).yaml")
    Hostile.expectHarmless(
      run(["audit", "--flyte", "v1.15.3", "--pod-template", file.path, "--format", format.rawValue])
    )
  }
}
