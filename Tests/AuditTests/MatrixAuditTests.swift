import Deployments
import Flyte
import Foundation
import Judgment
import Manifests
import TestSupport
import Testing

@testable import Audit

/// The matrices that Flyte's own code gives come out of an audit of the same set-ups.
@Suite struct MatrixAuditTests {
  private static let tasks = [
    StandardTask.container, .copilot, .copilotInputs, .copilotOutputs, .pod, .podCopilot,
    .podHelpers,
  ].map(JudgedTask.standard)
  private static let strict: TreeLiteral = [
    "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
    "readOnlyRootFilesystem": true,
  ]
  private static let strictPod: TreeLiteral = [
    "runAsNonRoot": true, "runAsUser": 65532, "fsGroup": 65532,
    "seccompProfile": ["type": "RuntimeDefault"],
  ]
  private static let templates: [String: String] = [
    "no-template": "", "default": manifest(["default"]),
    "default+default-init": manifest(["default"], inits: ["default-init"]),
    "default+primary-init": manifest(["default"], inits: ["primary-init"]),
    "default+named-inits": manifest(
      ["default"], inits: ["flyte-copilot-downloader", "flyte-copilot-uploader"]),
  ]
  private static let settings: [String: TreeLiteral] = [
    "no-settings": [:],
    "settings": [
      "default-security-context": strict, "default-pod-security-context": strictPod,
    ],
    "settings+copilot": [
      "default-security-context": strict, "default-pod-security-context": strictPod,
      "co-pilot": ["security-context": strict],
    ],
  ]

  /// Nothing that could be done: the matrices know no fixes.
  private struct Nothing: AuditTrial {
    let running: AuditSubject

    func steps(for task: JudgedTask, _ decisions: [JudgedPod.Decision]) -> [AuditStep] { [] }
    func deployment(taking steps: [AuditStep]) -> Deployment { running.running }
  }

  /// A recorded table: its releases, and the letters of each template and settings.
  private static func recorded(
    _ name: String
  ) throws -> (releases: [String], rows: [(key: [String], letters: [String])]) {
    let url = Snapshots.repository.appending(path: "Tests/FlyteTests/Data/matrices/\(name).md")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let cells = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return (
      Array(try #require(cells.first).dropFirst(2)),
      cells.dropFirst(2).map { (Array($0.prefix(2)), Array($0.dropFirst(2))) }
    )
  }

  @Test(arguments: try recorded("unpatched").releases)
  func comesOutOfAnAudit(version: String) throws {
    let now = try Self.recorded("unpatched")
    let patched = try Self.recorded("all-patches")
    #expect(now.rows.count == 15)
    let column = try #require(now.releases.firstIndex { $0 == version })
    for (row, later) in zip(now.rows, patched.rows) {
      let levels = try ["restricted", "baseline"].map { level in
        let subject = try setup(
          version, try #require(Self.templates[row.key[0]]), level: level,
          settings: try #require(Self.settings[row.key[1]])
        ).subject
        return ClusterAudit(
          AuditSubject(
            running: subject.running, planned: subject.planned, deployedPatches: [],
            plannedPatches: [], bareClaim: subject.bareClaim, tasks: Self.tasks,
            trial: Nothing(running: subject))
        ).run()
      }
      let found = try Self.letters(levels)
      #expect(found.now == row.letters[column], "\(row.key) \(version)")
      #expect(found.planned == later.letters[column], "\(row.key) \(version), patched")
    }
  }

  /// One letter a task, now and with all patches.
  private static func letters(
    _ levels: [AuditedCluster]
  ) throws -> (now: String, planned: String) {
    let cells = try levels.map { try #require($0.rows.first).cells }
    func letter(_ index: Int, _ verdict: KeyPath<AuditCell, AuditVerdict>) -> String {
      if cells[0][index][keyPath: verdict] == .admitted { return "R" }
      if cells[1][index][keyPath: verdict] == .admitted { return "B" }
      let refusal = levels[1].refusals.first { $0.number == cells[1][index].refusal }
      return refusal?.refuser == .apiServer ? "D" : "x"
    }
    return (
      tasks.indices.map { letter($0, \.now) }.joined(),
      tasks.indices.map { letter($0, \.planned) }.joined()
    )
  }
}
