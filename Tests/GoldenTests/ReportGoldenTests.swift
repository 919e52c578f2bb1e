import Command
import Foundation
import Reports
import TestSupport
import Testing

/// The reports of `verify` and `diff` in every format.
@Suite struct ReportGoldenTests {
  static let folder = Snapshots.repository.appending(path: "Tests/GoldenTests/Reports")

  /// Runs both commands in every format, and holds the outputs to those that are recorded.
  private func expect(_ folder: GeneratedFolder, _ name: String, status: Int32) {
    let scratch = folder.scratch.url.path
    var results: [String: Data] = [:]
    for command in ["verify", "diff"] {
      for format in ReportFormat.allCases {
        let result = run([command, "--format", format.rawValue] + folder.options)
        // The format never changes the verdict.
        #expect(result.status.rawValue == status, "\(command) \(format)")
        let text = result.output.replacingOccurrences(of: scratch, with: "/scratch")
        results["\(command).\(format.rawValue)"] = Data(text.utf8)
      }
    }
    Snapshots.expect(results, in: Self.folder.appending(path: name))
  }

  @Test func aFolderThatIsUpToDate() throws {
    expect(try GeneratedFolder(), "up-to-date", status: 0)
  }

  @Test func filesThatDiffer() throws {
    let folder = try GeneratedFolder()
    let templates = folder.file("odd/pod-templates")
    let edited = templates.appending(path: "no.yaml")
    let text = try String(contentsOf: edited, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "kind:", with: "```\nkind:").utf8).write(to: edited)
    try FileManager.default.removeItem(at: templates.appending(path: "123.yaml"))
    try Data("mine\n".utf8).write(to: templates.appending(path: "a|b, c: d.yaml"))
    expect(folder, "differing", status: 1)
  }

  @Test func filesInTheWay() throws {
    let folder = try GeneratedFolder()
    let template = folder.file("odd/pod-templates/no.yaml")
    try FileManager.default.removeItem(at: template)
    try FileManager.default.createDirectory(at: template, withIntermediateDirectories: false)
    expect(folder, "in-the-way", status: 1)
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
