import Command
import Foundation
import Reports
import TestSupport
import Testing

/// The reports of `verify` and `diff` in every format.
@Suite struct ReportGoldenTests {
  static let folder = Snapshots.repository.appending(path: "Tests/GoldenTests/Reports")

  /// Runs both commands in every format, and holds the outputs to those that are recorded.
  private func expect(_ folder: GeneratedFolder, _ name: String, status: Int32) throws {
    try expect(folder, name, "verify", ["verify"], ReportFormat.allCases, status)
    let ofLines = ReportFormat.allCases.filter { ![.html, .sarif, .junit].contains($0) }
    try expect(folder, name, "diff", ["diff", "--view", "lines"], ofLines, status)
  }

  private func expect(
    _ folder: GeneratedFolder, _ name: String, _ report: String, _ words: [String],
    _ formats: [ReportFormat], _ status: Int32
  ) throws {
    let scratch = folder.scratch.url.path
    var results: [String: Data] = [:]
    for format in formats {
      let result = run(words + ["--format", format.rawValue] + folder.options)
      // The format never changes the verdict.
      #expect(result.status.rawValue == status, "\(words) \(format)")
      var text = result.output.replacingOccurrences(of: scratch, with: "/scratch")
      if format == .html {
        text = try Snapshots.withoutParts(
          text, ["table.css", "table.js"], in: "Sources/Reports/Page")
      }
      results["\(report).\(format.rawValue)"] = Data(text.utf8)
    }
    Snapshots.expect(results, in: Self.folder.appending(path: "\(name)/\(report)"))
  }

  @Test func aFolderThatIsUpToDate() throws {
    let folder = try GeneratedFolder()
    try expect(folder, "up-to-date", status: 0)
    try expect(
      folder, "up-to-date", "changes", ["diff", "--view", "summary"], ReportFormat.allCases, 0)
  }

  /// The images of the audit that names operators.
  @Test func imagesThatRun() throws {
    let words = ["audit", "--images", "--config", "\(AuditGoldenTests.folder)/plugins/config.yaml"]
    var results: [String: Data] = [:]
    for format in ["text", "json"] {
      let result = run(words + ["--format", format])
      #expect(result.status == .success)
      results["images.\(format)"] = Data(result.output.utf8)
    }
    Snapshots.expect(results, in: Self.folder.appending(path: "plugins/images"))
  }

  @Test(arguments: [
    (["--format", "sarif"], "'--images' has no format 'sarif'"),
    (["--flyte", "v1.16.8", "--pods", "x"], "cannot be combined with '--pods'"),
    (["--flyte", "v1.16.8", "--fail-on", "finding"], "cannot be combined with '--fail-on'"),
    (["--flyte", "v1.16.8", "--today", "2026-01-01"], "cannot be combined with '--today'"),
  ])
  func imagesTakeNoOtherWords(words: [String], complaint: String) {
    let result = run(["audit", "--images"] + words)
    #expect(result.status == .usage)
    #expect(result.complaint.contains(complaint), "\(result.complaint)")
  }

  @Test func filesThatDiffer() throws {
    let folder = try GeneratedFolder()
    let templates = folder.file("odd/pod-templates")
    let edited = templates.appending(path: "no.yaml")
    let text = try String(contentsOf: edited, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "kind:", with: "```\nkind:").utf8).write(to: edited)
    try FileManager.default.removeItem(at: templates.appending(path: "123.yaml"))
    try Data("mine\n".utf8).write(to: templates.appending(path: "a|b, c: d.yaml"))
    try expect(folder, "differing", status: 1)
  }

  /// Fields that somebody loosened, tightened and moved by hand.
  @Test func fieldsThatDiffer() throws {
    let folder = try GeneratedFolder()
    for name in ["no.yaml", "123.yaml"] {
      let file = folder.file("odd/pod-templates/\(name)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let changed = text.replacingOccurrences(of: "Escalation: false", with: "Escalation: true")
        .replacingOccurrences(of: "  spec:\n", with: "  spec:\n    hostname: \"<b>|a\"\n")
      #expect(changed != text)
      try Data(changed.utf8).write(to: file)
    }
    try expect(
      folder, "fields", "changes", ["diff", "--view", "summary"], ReportFormat.allCases, 1)
  }

  @Test(arguments: [("loosened", 1), ("changed", 1), ("never", 0)])
  func theBarIsThatOfEveryFormat(bar: String, status: Int32) throws {
    let folder = try GeneratedFolder()
    let file = folder.file("odd/pod-templates/no.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(
      text.replacingOccurrences(of: "  spec:\n", with: "  spec:\n    hostname: a\n").utf8
    )
    .write(to: file)
    for format in ReportFormat.allCases {
      let words = ["diff", "--view", "summary", "--fail-on", bar, "--format", format.rawValue]
      let result = run(words + folder.options)
      #expect(result.status.rawValue == status, "\(format)")
      if format == .junit {
        #expect(result.output.contains("failures=\"\(bar == "never" ? 0 : 1)\""))
      }
    }
  }

  @Test func linesHaveNoPage() {
    let result = run(["diff", "--view", "lines", "--format", "html"])
    #expect(result.status == .usage)
    #expect(result.complaint.contains("'--view lines' has no format 'html'"))
  }

  @Test func filesInTheWay() throws {
    let folder = try GeneratedFolder()
    let template = folder.file("odd/pod-templates/no.yaml")
    try FileManager.default.removeItem(at: template)
    try FileManager.default.createDirectory(at: template, withIntermediateDirectories: false)
    try expect(folder, "in-the-way", status: 1)
  }

  @Test(arguments: ["verify", "diff"]) func anUnknownFormatIsUsage(command: String) {
    let result = run([command, "--format", "jsn"])
    #expect(result.status == .usage)
    #expect(result.complaint.contains("did you mean 'json'?"))
  }

  /// A config that cannot be read fails with the same status and message in every format.
  @Test(arguments: ReportFormat.allCases) func aFaultIsNoReport(format: ReportFormat) {
    for command in ["verify", "diff"] {
      let result = run([command, "--config", "no-such-folder", "--format", format.rawValue])
      #expect(result.status == .failure)
      #expect(result.output == "")
      #expect(result.complaint.contains("no-such-folder"))
    }
  }
}
