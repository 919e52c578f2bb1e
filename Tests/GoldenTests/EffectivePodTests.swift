import Command
import Foundation
import TestSupport
import Testing

/// What `explain` shows of the pods of small configs.
@Suite struct EffectivePodTests {
  /// The answer for a namespace 'tasks' of one cluster.
  /// - Parameters:
  ///   - profile: its keys in flow style, over `builtin/restricted`.
  ///   - flyte: the keys of `flyte` beside the version.
  ///   - keys: further keys of the cluster, a line each.
  func explain(
    _ version: String, profile: String = "extends: builtin/restricted", flyte: String = "",
    keys: [String] = [], _ words: String...
  ) throws -> (status: Command.ExitStatus, output: String, complaint: String) {
    let scratch = try TemporaryFolder()
    try scratch.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { \(profile) } }
      clusters:
        one:
          flyte: { version: \(version)\(flyte) }
          kubernetes: { version: "1.34" }
          cures: { remedies: none }
          namespaces: [{ name: tasks }]
          assign: [{ profile: strict }]
      \(keys.map { "    " + $0 }.joined(separator: "\n"))
      """, to: "config.yaml")
    let config = scratch.url.appending(path: "config.yaml").path
    return withExtendedLifetime(scratch) {
      run(["explain", "tasks", "--config", config] + words)
    }
  }

  static let named = "extends: builtin/restricted, pod: { serviceAccountName: task-runner }"

  /// The API server keeps a template with `serviceAccount` beside `serviceAccountName`, and takes the
  /// one where the other is empty: so the name survives before v1.10.7 as well, whose plugin writes
  /// the execution's over it.
  @Test(arguments: ["v1.9.2", "v1.10.6", "v1.10.7", "v1.13.3", "v1.16.8", "v2.0.29", "v2.0.43"])
  func theTemplatesServiceAccountSurvives(version: String) throws {
    let output = try explain(version, profile: Self.named).output
    #expect(output.contains("\n  serviceAccountName: task-runner\n"))
    #expect(output.contains("# serviceAccountName 'task-runner' is the PodTemplate's"))
    #expect(output.contains("flyte#3466") == version.hasPrefix("v1"))
    let without = try explain(version).output
    #expect(without.contains("\n  serviceAccountName: default\n"))
    #expect(!without.contains("task-runner"))
  }

  @Test(arguments: ["v2.0.0", "v2.0.28"]) func whereNoTemplateIsSeenNoneOfItsNamesIs(
    version: String
  ) throws {
    let output = try explain(version, profile: Self.named).output
    #expect(output.contains("\n  serviceAccountName: default\n"))
    #expect(!output.contains("task-runner"))
  }

  @Test(arguments: [("v1.15.0", true), ("v1.15.1", false), ("v1.16.2", false), ("v1.16.3", true)])
  func aPodTaskMayCallItsContainerPrimary(version: String, isFine: Bool) throws {
    let profile =
      "extends: builtin/restricted, pod: { volumes: [{ name: c, emptyDir: {} }] }, primary: { volumeMounts: [{ name: c, mountPath: /c }] }"
    let result = try explain(version, profile: profile, "--task", "pod-primary")
    #expect(result.output.contains("refused by the API server") == !isFine)
    #expect(result.complaint.contains("[pod/merged-twice]") == !isFine)
    #expect(try !explain(version, profile: profile, "--task", "pod").output.contains("API server:"))
  }

  @Test func whoDecidesThePullPolicyIsSaid() throws {
    let words = "# imagePullPolicy 'IfNotPresent' is what the API server gives"
    #expect(try explain("v1.16.8").output.contains(words))
    let said = "extends: builtin/restricted, containers: { imagePullPolicy: Always }"
    let always = try explain("v1.16.8", profile: said).output
    #expect(!always.contains(words))
    #expect(always.contains("imagePullPolicy: Always\n"))
    #expect(try !explain("v2.0.28").output.contains(words))
  }
}
