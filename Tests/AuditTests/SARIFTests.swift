import Diagnostics
import Manifests
import Reports
import Testing
import Values

@testable import Audit

/// The parts of SARIF that the judges cannot see: edits, paths, limits.
@Suite struct SARIFTests {
  private func audit(_ version: String, _ text: String) throws -> AuditedCluster {
    ClusterAudit(try setup(version, text).subject).run()
  }

  private static let admin = manifest(["default"], inits: ["default-init"])
    .replacing("containers:\n", with: "hostNetwork: true\n    containers:\n")

  /// The edit of the file is the whole fix: done, nothing is refused any more.
  @Test func aCertainEditHelps() throws {
    let found = try audit("v1.16.8", Self.admin)
    let refusal = try #require(found.refusals.first)
    #expect(refusal.applicability == .certain)
    let edit = try #require(refusal.fix.edits.first)
    var lines = Self.admin.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let scalars = Array(lines[edit.place.line - 1].unicodeScalars)
    let start = edit.place.column - 1
    lines[edit.place.line - 1] =
      String(String.UnicodeScalarView(scalars[..<start])) + edit.text
      + String(String.UnicodeScalarView(scalars[(start + edit.length)...]))
    #expect(try audit("v1.16.8", lines.joined(separator: "\n")).refusals.isEmpty)
    let text = AuditSARIF(report: AuditReport(clusters: [found])).text.text
    #expect(text.contains("\"deletedRegion\"") && text.contains("\"applicability\": \"certain\""))
  }

  /// Equal PodTemplates of two namespaces need two edits, and one is known.
  @Test func anEditOfOneOfSeveralIsNotCertain() throws {
    let other = Self.admin.replacing("namespace: tasks", with: "namespace: others")
    let refusal = try #require(try audit("v1.16.8", Self.admin + "\n" + other).refusals.first)
    #expect(refusal.applicability == .likely)
  }

  @Test func whatIsDoneByHandHasNoFix() throws {
    let found = try audit("v1.15.3", manifest(["default"], inits: ["default-init"]))
    #expect(found.refusals.allSatisfy { $0.applicability == .byHand })
    #expect(!AuditSARIF(report: AuditReport(clusters: [found])).text.text.contains("\"fixes\""))
  }

  @Test(arguments: [
    ("config/a.yaml", "config/a.yaml"), ("./a b.yaml", "a%20b.yaml"),
    ("é:?#%.yaml", "%C3%A9%3A%3F%23%25.yaml"), ("/x y", "file:///x%20y"), ("../a", "../a"),
  ])
  func pathsAreURIs(path: String, uri: String) {
    #expect(ReportPlace(path: path, line: 0).artifact?["uri"]?.string == uri)
  }

  @Test func standardInputIsNoFile() {
    #expect(ReportPlace(path: "<stdin>", line: 0).artifact == nil)
  }

  /// A report with many refusals, made from one.
  private func many(_ count: Int, message: String) throws -> AuditReport {
    let found = try audit("v1.15.3", manifest(["default"], inits: ["default-init"]))
    let one = try #require(found.refusals.first)
    let refusals = (1...count).map { number in
      AuditRefusal(
        number: number, refuser: one.refuser, message: message, idsOf: nil, tasks: one.tasks,
        templates: ["t\(number)"], namespaces: 1, pods: 1, causes: one.causes, seen: one.seen,
        fix: one.fix, isNow: number > 3, endsWithPlanned: true, place: one.place, acceptance: nil,
        pod: nil)
    }
    return AuditReport(clusters: [
      AuditedCluster(
        name: "many", place: nil, flyte: "v1.15.3", release: "v1.15.3", kubernetes: "1.31",
        deployedPatches: [], plannedPatches: [], namespaces: 1, tasks: found.tasks, rows: [],
        refusals: refusals, findings: [], actions: [], roles: [], plugins: [], notCovered: [])
    ])
  }

  @Test func whatGitHubDoesNotShowIsCutAndCounted() throws {
    let text = AuditSARIF(report: try many(GitHubLimits.results + 2, message: "m")).text.text
    #expect(text[...].parts(between: "\"ruleId\"").count - 1 == GitHubLimits.results)
    #expect(text.contains("2 results left out"))
    // Warnings come last, so they are cut first.
    #expect(text[...].parts(between: "\"level\": \"warning\"").count - 1 == 1 + 1)
  }

  @Test func aFileIsNotTooLarge() throws {
    let report = try many(30, message: String(repeating: "é", count: 9_000))
    let text = AuditSARIF(report: report, limit: 100_000).text.text
    #expect(text.utf8.count <= 100_000 && text.utf8.count > 50_000)
    #expect(text.contains("results left out"))
    #expect(!text.contains(String(repeating: "é", count: GitHubLimits.message)))
  }

  @Test func annotationsAndSummariesAreCutAndCounted() throws {
    let report = try many(20, message: String(repeating: "m", count: 90_000))
    let github = AuditGitHub(report: report).text.text
    #expect(github.contains("::8 more findings, which GitHub would not show"))
    for line in github.split(separator: "\n") { #expect(line.utf8.count < 70_000) }
    let markdown = AuditMarkdown(report: report).text.text
    #expect(markdown.utf8.count <= GitHubLimits.commentBytes + 100)
    #expect(markdown.contains("the report is cut at 60 kB"))
  }
}
