import Diagnostics
import Foundation
import Reference
import TestSupport
import Testing

/// The tables of SCCs, held to the model.
@Suite struct ConstraintMatrixTests {
  @Test func theTablesAreTheModels() throws {
    let folder = Snapshots.repository.appending(path: "Templates/Profile")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let builtins = try names.map {
      SourceFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
    var diagnostics = DiagnosticList()
    let matrix = ConstraintMatrix(builtins: builtins, into: &diagnostics)
    let tables = try #require(matrix, "\(diagnostics.diagnostics.map(\.message))").tables
    // What the profile is for: it needs no grant where nothing but the release stands in the way.
    let newest = tables.split(separator: "\n").first { $0.hasPrefix("| v2.0.0") }
    #expect(newest?.contains("refused") == false, "\(newest ?? "")")
    try Regions.expect(tables, named: "sccs", in: "docs/judges.md")
  }
}
