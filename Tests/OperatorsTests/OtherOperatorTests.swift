import Flyte
import Operators
import PodAPI
import Testing
import Values

/// The pods of the other plugins.
@Suite struct OtherOperatorTests {
  @Test(arguments: [
    (StandardPluginTask.pytorch, ["worker"]), (.pytorchElastic, []), (.tensorflow, []),
    (.mpi, ["launcher"]),
  ])
  func theTrainingOperatorAddsInitContainers(
    task: StandardPluginTask, refused: [String]
  ) throws {
    #expect(try Runs(task, on: "v1.16.8", "1.8.1").refused == refused)
  }

  @Test func aTemplateOfInitContainersHelps() throws {
    var settings = Operator.Settings()
    settings.initContext = PodDecoder(minor: 36).decode(
      .fields([
        ("allowPrivilegeEscalation", .bool(false)),
        ("capabilities", .fields([("drop", .list([.string("ALL")]))])),
      ]), as: "SecurityContext")
    #expect(try Runs(.pytorch, on: "v1.16.8", "1.8.1", settings).refused.isEmpty)
  }

  @Test(arguments: ["2022.12.0", "2023.8.1", "2026.3.0"])
  func daskIsCarriedWhole(version: String) throws {
    let run = try Runs(.dask, on: "v1.16.8", version)
    #expect(run.refused.isEmpty)
    #expect(run.pods.map(\.role.name).sorted() == ["job-runner", "scheduler", "worker"])
  }

  @Test(arguments: ["0.5.2", "0.12.0"])
  func aJobSetIsCarriedWhole(version: String) throws {
    let run = try Runs(.jobset, on: "v2.0.43", version)
    #expect(run.pods.count == 1)
    #expect(run.refused.isEmpty)
  }

  /// Apps take nothing from a template.
  @Test(arguments: [
    ("1.10.0", false, true), ("1.15.2", false, true), ("1.15.2", true, false),
    ("1.23.0", true, false),
  ])
  func knativeFillsInWhatIsSafe(version: String, isSecure: Bool, isRefused: Bool) throws {
    var settings = Operator.Settings()
    settings.secureDefaults = isSecure ? .enabled : .disabled
    #expect(try Runs(.app, on: "v2.0.43", version, settings).refused.isEmpty == !isRefused)
  }

  @Test(arguments: StandardPluginTask.allCases)
  func everyTaskHasAResource(task: StandardPluginTask) throws {
    let release = task.plugin == .jobset || task.plugin == .apps ? "v2.0.43" : "v1.16.8"
    #expect(throws: Never.self) { _ = try Runs.resource(task, on: release) }
  }
}
