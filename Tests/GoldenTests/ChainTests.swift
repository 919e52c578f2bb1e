import Command
import Foundation
import TestSupport
import Testing

/// The judges of a cluster's pods, one behind the other.
@Suite struct ChainTests {
  private func refusedWithPolicies(rules: String) throws -> (count: String, report: String) {
    let folder = try TemporaryFolder()
    let config = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles:
        held:
          extends: builtin/baseline
          containers: { securityContext: { readOnlyRootFilesystem: true } }
          enforce: deny
      clusters:
        one:
          flyte: { version: v1.16.8 }
          kubernetes: { version: "1.36" }
          patches: none
          plugins: [{ name: ray, operator: 1.3.2 }]
          namespaces: [{ name: tasks }]
          assign: [{ profile: held }]
      \(rules)
      """, to: "config.yaml")
    let report = run(["audit", "--config", config.path, "--format", "json"]).output
    let count = try #require(report.firstMatch(of: /"refusedPodsWithPolicies": (\w+)/)?.output.1)
    return (String(count), report)
  }

  /// KubeRay's autoscaler has no profile: the policy refuses its pod, whatever else the namespace has.
  @Test func limitsDoNotKeepPoliciesFromOperatorsPods() throws {
    let alone = try refusedWithPolicies(rules: "")
    #expect(alone.count != "0" && alone.count != "null")
    #expect(alone.report.contains("autoscaler"))
    let limited = try refusedWithPolicies(
      rules:
        "    limitRanges: [{ limits: [{ type: Container, default: { cpu: 1, memory: 1Gi } }] }]")
    #expect(limited.count == alone.count)
  }
}
