import Diagnostics
import Flyte
import Manifests
import Operators
import Testing

@testable import Audit

/// The images that run in the namespaces of tasks.
@Suite struct ImageListTests {
  private func images(_ flyte: String, _ operators: [(FlytePlugin, String)]) throws -> ImageList {
    let plugins = try operators.map { plugin, version in
      let known = try #require(OperatorVersion(version))
      return PluginChoice(plugin, Operator(of: plugin, version: known))
    }
    return ImageList(
      try setup(flyte, manifest(["default"]), patches: [], plugins: plugins).subject)
  }

  private func uses(_ image: String, in list: ImageList) -> [String] {
    list.rows.first { $0.image == image }?.uses.map { "\($0.by): \($0.container)" } ?? []
  }

  @Test func whatOperatorsAddIsTheirs() throws {
    let list = try images("v1.16.8", [(.ray, "1.3.2"), (.pytorch, "1.8.1"), (.mpi, "1.8.1")])
    #expect(uses("alpine:3.10", in: list) == ["training-operator 1.8.1: init-pytorch"])
    #expect(
      uses("kubeflow/kubectl-delivery:latest", in: list)
        == ["training-operator 1.8.1: kubectl-delivery"])
    let own = uses("the task's own image", in: list)
    #expect(own.contains("KubeRay 1.3.2: autoscaler"))
    #expect(own.contains("KubeRay 1.3.2: wait-gcs-ready"))
    #expect(own.contains("the task: ray-head"))
  }

  @Test func whatFlyteAddsIsIts() throws {
    let list = try images("v1.10.7", [(.ray, "1.3.2")])
    #expect(
      uses("busybox:1.28", in: list) == ["Flyte v1.10.7, its plugin 'ray': init-myservice"])
    let copilots = list.rows.filter { row in row.uses.contains { $0.by.hasSuffix("co-pilot") } }
    #expect(!copilots.isEmpty)
  }

  @Test func anImageOfASettingIsNamedAsThat() throws {
    let list = try images("v2.0.43", [(.apps, "1.15.2")])
    let rows = list.rows.filter { $0.kind == .setting }
    #expect(rows.flatMap(\.uses).map(\.container) == ["queue-proxy"])
    #expect(!list.rows.contains { $0.image == KnativeServing.queueImage })
  }

  /// What is not modeled is not passed over in silence.
  @Test func whatIsNotListedIsSaid() throws {
    let list = try images("v1.16.8", [(.ray, "1.3.2")])
    #expect(list.missing.contains("Spark driver and executor"))
    #expect(!list.missing.contains("Ray head, worker and submitter"))
    #expect(list.text.text.contains("not listed: "))
  }

  @Test func theOrderIsThatOfBytes() throws {
    let list = try images("v1.16.8", [(.pytorch, "1.8.1"), (.mpi, "1.8.1")])
    let named = list.rows.filter { $0.kind == .image }.map(\.image)
    #expect(named == named.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
