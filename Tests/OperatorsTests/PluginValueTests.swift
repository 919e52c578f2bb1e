import Flyte
import PodAPI
import Testing
import Values

@testable import Operators

/// Operators as values, and back.
@Suite struct PluginValueTests {
  @Test func whatIsReadBackIsTheSame() throws {
    var operators: [FlytePlugin: Operator] = [:]
    func add(_ plugin: FlytePlugin, _ change: (inout Operator.Settings) -> Void = { _ in }) throws {
      var settings = Operator.Settings()
      change(&settings)
      let version = OperatorVersion(known: "2.1.0")
      let runner = try #require(Operator(of: plugin, version: version, settings))
      operators[plugin] = runner
    }
    try add(.ray) { $0.initContainer = false }
    try add(.spark) { $0.webhook = false }
    try add(.pytorch) {
      $0.initContext = .restrictedContext
    }
    try add(.apps) { $0.secureDefaults = .allowRootBounded }
    try add(.dask)
    try add(.jobset)
    let values = PluginChoice.values(of: operators)
    #expect(values.count == operators.count)
    #expect(PluginChoice.operators(values) == operators)
  }
}
