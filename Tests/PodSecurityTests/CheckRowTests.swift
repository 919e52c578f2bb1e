import Testing

@testable import PodSecurity

/// Every check in every revision: a pod that it refuses, word for word, and one that it lets pass.
@Suite struct CheckRowTests {
  static let rows = baselineRows + restrictedRows

  @Test(arguments: rows)
  func aCheckSaysThis(row: CheckRow) throws { #expect(try row.result() == row.says) }

  @Test(arguments: CheckTable.all.indices)
  func everyRevisionHasRowsOfBothKinds(index: Int) {
    let revision = CheckTable.all[index]
    let rows = Self.rows.filter { $0.concerns(revision) }
    #expect(rows.contains { $0.says != nil }, "\(revision.id) since \(revision.since)")
    #expect(rows.contains { $0.says == nil }, "\(revision.id) since \(revision.since)")
  }

  /// A policy that is newer than the server is the newest that the server knows.
  @Test(arguments: [(34, 33, true), (34, 34, false), (37, 33, true), (33, 37, true)])
  func aServerKnowsNoNewerPolicy(policy: Int, server: Int, isAllowed: Bool) throws {
    let probe = #""livenessProbe": {"tcpSocket": {"host": "example.org", "port": 1}}"#
    let row = CheckRow(
      "hostProbesAndHostLifecycle", policy, server: server, CheckRow.fields(probe))
    #expect(try (row.result() == nil) == isAllowed)
  }
}
