import Audit
import TestSupport
import Testing

/// The page of the pods of plugins, held to the model.
@Suite struct PluginMatrixTests {
  @Test func theTablesAreTheModels() throws {
    try Regions.expect(PluginMatrix.tables, named: "verdicts", in: "docs/plugins.md")
  }
}
