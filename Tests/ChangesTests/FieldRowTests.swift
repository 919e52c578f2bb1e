import Changes
import TestSupport
import Testing

/// Each field, both ways.
@Suite struct FieldRowTests {
  @Test(arguments: FieldRow.all) func aFieldHasItsMeaning(row: FieldRow) throws {
    let before = try row.config(row.before).side()
    let after = try row.config(row.after).side()
    try expect(Comparison.report(from: before, to: after), row.meaning)
    try expect(Comparison.report(from: after, to: before), row.meaning.reversed)
  }

  private func expect(_ report: ChangeReport, _ meaning: Meaning) throws {
    #expect(!report.changes.isEmpty)
    #expect(
      report.meanings == (meaning == .neutral ? [] : [meaning]), "\(report.words)")
    let fails = meaning == .loosened || meaning == .incomparable
    #expect(report.fails(on: .loosened) == fails)
    #expect(report.fails(on: .changed))
    #expect(!report.fails(on: .never))
    // What is not neutral says where it shows.
    for change in report.changes where change.meaning == .loosened {
      #expect(change.witness != nil, "\(report.words)")
    }
  }
}
