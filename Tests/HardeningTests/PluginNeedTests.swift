import Deployments
import Diagnostics
import Flyte
import Model
import Operators
import TestSupport
import Testing
import Values

@testable import Hardening

/// `patches: auto` for the pods of plugins.
@Suite struct PluginNeedTests {
  private static let context: TreeLiteral = [
    "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
  ]

  /// The patches for plugins' pods that a search finds, with sources for all patches or for none.
  private func needed(
    _ flyte: String, _ plugins: [(FlytePlugin, String)], hasSource: Bool = true,
    ownPods: Bool = false
  ) throws -> (planned: [String], withoutSource: [String]) {
    let choices = try plugins.map { plugin, version in
      PluginChoice(
        plugin, Operator(of: plugin, version: try #require(OperatorVersion(version))),
        ownPods: ownPods)
    }
    var hard = profile(
      pod: [
        "securityContext": [
          "runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"],
        ]
      ], containers: ["securityContext": Self.context])
    hard.claim = Profile.Claim(level: .restricted, minor: nil, origin: .tool)
    let cluster = try sampleCluster(flyte, [hard], patches: .automatic(.tool), plugins: choices)
    let behaviors = cluster.flyte.release.behaviors
    let findings = ModeledPatch.allCases.map { patch in
      SurveyedPatch(
        name: patch.rawValue,
        state: behaviors.applying(patch) == behaviors
          ? .notNeeded : hasSource ? .applies : patch.isOptIn ? .available : .needed,
        reason: "", isOptIn: patch.isOptIn, excludes: [])
    }
    var diagnostics = DiagnosticList()
    let choice = PatchSelection.choose(
      for: cluster, findings: findings, hasSource: hasSource, into: &diagnostics)
    let result = Necessity(cluster: cluster, choice: choice, sources: behaviors).result
    func ofPlugins(_ names: [String]) -> [String] {
      names.filter { ModeledPatch(named: $0)?.plugin != nil }
    }
    return (ofPlugins(result.choice.planned), ofPlugins(result.withoutSource))
  }

  @Test(arguments: [
    ("v1.16.8", [(FlytePlugin.ray, "1.3.2")], ["ray-autoscaler-security-context"]),
    (
      "v2.0.40", [(.ray, "1.3.2")],
      ["ray-autoscaler-security-context", "ray-submitter-security-context"]
    ),
    // The overlay asks for HTTPMode, so there is no submitter.
    ("v2.0.43", [(.ray, "1.3.2")], ["ray-autoscaler-security-context"]),
    ("v1.16.6", [(.spark, "2.5.2")], ["spark-security-contexts"]),
    (
      "v1.16.6", [(.ray, "1.3.2"), (.spark, "2.5.2")],
      ["ray-autoscaler-security-context", "spark-security-contexts"]
    ),
    // The operator loses what the patch sends.
    ("v1.16.6", [(.spark, "1.3.8")], []),
    // KubeRay's own submitter stays refused, so no job of Ray ever runs.
    ("v1.10.7", [(.ray, "1.3.2")], []), ("v1.16.8", [(.dask, "2024.5.0")], []),
    ("v1.16.8", [], []),
  ])
  func aPatchIsPlannedThatLetsATaskIn(
    flyte: String, plugins: [(FlytePlugin, String)], patches: [String]
  ) throws {
    #expect(try needed(flyte, plugins).planned == patches)
  }

  @Test func withoutSourcesItIsNamed() throws {
    let found = try needed("v1.16.8", [(.ray, "1.3.2")], hasSource: false)
    #expect(found.planned.isEmpty)
    #expect(found.withoutSource == ["ray-autoscaler-security-context"])
  }

  /// Only where somebody says that tasks bring pods, and where the operator takes them.
  @Test(arguments: [
    ("v2.0.43", "2.5.2", true, ["spark-custom-pods"]), ("v2.0.43", "2.5.2", false, []),
    ("v2.0.43", "2.0.2", true, []), ("v2.0.40", "2.5.2", true, []),
  ])
  func podsOfTheTasksOwnNeedOneOnRequest(
    flyte: String, version: String, ownPods: Bool, patches: [String]
  ) throws {
    #expect(try needed(flyte, [(.spark, version)], ownPods: ownPods).planned == patches)
  }

  /// Nothing is judged of an operator outside of what was run, so nothing is needed for it.
  @Test func anUnknownOperatorNeedsNothing() throws {
    #expect(try needed("v1.16.8", [(.ray, "9.0.0")]).planned.isEmpty)
  }
}
