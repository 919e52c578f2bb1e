import Command
import Foundation
import TestSupport
import Testing

/// Limits and quotas decide nothing of what is written: what is left of a quota differs from day to day.
@Suite struct RulesNecessityTests {
  /// The files that `generate` writes, by path, without those that name the rules themselves.
  private func files(_ rules: [String]) throws -> [String: String] {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { extends: builtin/restricted } }
      clusters:
        c:
          flyte: { version: v1.15.3 }
          kubernetes: { version: "1.36" }
          podTemplate: { fallback: false }
          patches: none
          policies: auto
          namespaces: [{ name: a }]
          assign: [{ profile: strict }]
      \(rules.map { "    " + $0 }.joined(separator: "\n"))
      """, to: "config.yaml")
    let output = folder.url.appending(path: "out")
    let result = run([
      "generate", "--config", folder.url.appending(path: "config.yaml").path, "--output",
      output.path,
    ])
    try #require(result.status == .success, "\(result.complaint)")
    var files: [String: String] = [:]
    let cluster = output.appending(path: "c")
    for path in try FileManager.default.subpathsOfDirectory(atPath: cluster.path) {
      let file = cluster.appending(path: path)
      let namesRules = ["setup.yaml", "SHA256SUMS"].contains(path)
      if !file.hasDirectoryPath, !namesRules {
        files[path] = try? String(contentsOf: file, encoding: .utf8)
      }
    }
    return files
  }

  @Test(arguments: [
    ["quotas: [{ hard: { pods: 0 } }]"], ["quotas: [{ hard: { limits.cpu: 1 } }]"],
    ["limitRanges: [{ limits: [{ type: Pod, min: { cpu: 100 } }] }]"],
  ])
  func limitsAndQuotasChooseNoPolicy(rules: [String]) throws {
    let plain = try files([])
    #expect(plain.count > 2)
    #expect(try files(rules) == plain)
  }

  /// OpenShift asks its SCCs before Kyverno's webhook, which so cannot help co-pilot's tasks.
  @Test func anSCCIsAskedBeforeKyverno() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      clusters:
        c:
          flyte: { version: v1.15.3 }
          kubernetes: { version: "1.33", platform: openshift, policyEngine: kyverno }
          podTemplate: { fallback: false }
          patches: none
          policies: auto
          scc: { uidRange: 1000660000/10000, mcs: "s0:c26,c5" }
          namespaces: [{ name: a }]
          assign: [{ profile: builtin/openshift }]
      """, to: "config.yaml")
    let path = folder.url.appending(path: "config.yaml").path
    let text = run(["audit", "--config", path]).output
    #expect(text.contains("4 refused now, 4 with policies"), "\(text)")
    #expect(text.contains("capability may not be added"), "\(text)")
  }

  /// The level of the namespace that the pods go to decides.
  @Test func podsOfMapTasksMeetTheOtherLevel() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      "configmap: { k8s: { plugins: { k8s-array: { namespaceTemplate: jobs } } } }",
      to: "values.yaml")
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles:
        open: { podSecurity: { level: baseline } }
        strict: { extends: builtin/restricted }
      clusters:
        c:
          flyte: { version: v1.13.3 }
          kubernetes: { version: "1.33" }
          chart: flyte-core
          values: [values.yaml]
          podTemplate: { fallback: false }
          patches: none
          tasks: [container]
          namespaces: [{ name: tasks }, { name: jobs }]
          assign: [{ profile: strict }, { namespace: tasks, profile: open }]
      """, to: "config.yaml")
    let path = folder.url.appending(path: "config.yaml").path
    let text = run(["audit", "--config", path]).output
    #expect(
      text.contains("pods of old map tasks run in the namespace 'jobs', which refuses them: "),
      "\(text)")
    #expect(text.contains("(flyte-default) in 1 namespace"), "\(text)")
  }
}
