import Command
import Foundation
import TestSupport
import Testing

/// Policies as `diff` and `upgrade` see them: by what they do to pods, and at another release.
@Suite struct PolicyChangeTests {
  private let folder: TemporaryFolder
  private var output: String { "\(folder.url.path)/out" }

  init() throws {
    folder = try TemporaryFolder()
    try config("policies: auto", "enforce: warn")
    #expect(run(["generate", "--config", path, "--output", output]).status == .success)
  }

  private var path: String { "\(folder.url.path)/config.yaml" }

  private func config(
    _ policies: String, _ profile: String, kubernetes: String = "{ version: \"1.36\" }"
  ) throws {
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { extends: builtin/restricted, \(profile) } }
      clusters:
        c:
          flyte: { version: v1.15.3 }
          kubernetes: \(kubernetes)
          podTemplate: { fallback: false }
          patches: none
          \(policies)
          namespaces: [{ name: a }, { name: b }]
          assign: [{ profile: strict }]

      """, to: "config.yaml")
  }

  private func diff() -> String {
    run(["diff", "--config", path, "--output", output, "--view", "summary"]).output
  }

  @Test func whatIsReadBackDoesTheSame() {
    let result = run(["diff", "--config", path, "--output", output, "--view", "fields"])
    #expect(result.status == .success, "\(result.output)")
  }

  /// What a profile says of the pod alone is held to, and read back.
  @Test func whatIsSaidOfThePodIsReadBack() throws {
    let said = "pod: { hostNetwork: false, automountServiceAccountToken: false }"
    try config("policies: auto", "\(said), enforce: deny")
    #expect(run(["generate", "--config", path, "--output", output]).status == .success)
    let file = folder.url.appending(path: "out/c/admission/hold-strict.yaml")
    let policies = try String(contentsOf: file, encoding: .utf8)
    #expect(policies.contains("hostNetwork") && policies.contains("automountServiceAccountToken"))
    let result = run(["diff", "--config", path, "--output", output, "--view", "fields"])
    #expect(result.status == .success, "\(result.output)")
  }

  /// A profile that is is laid under another one is told from that one by its whole name.
  @Test func thePolicyOfTheChangedProfileIsNamed() throws {
    func config(_ group: Int) throws {
      _ = try folder.write(
        """
        apiVersion: flyte-harden/v1
        profiles:
          b: { extends: builtin/restricted, enforce: warn }
          x: { pod: { securityContext: { supplementalGroups: [\(group)] } } }
        clusters:
          c:
            flyte: { version: v1.15.3 }
            kubernetes: { version: "1.36" }
            podTemplate: { fallback: false }
            patches: none
            policies: auto
            namespaces: [{ name: a }, { name: d }]
            assign: [{ profile: b }, { namespace: d, profile: [x, b] }]

        """, to: "config.yaml")
    }
    try config(7)
    #expect(run(["generate", "--config", path, "--output", output]).status == .success)
    try config(8)
    let text = diff()
    #expect(text.contains("policies[flyte-harden-hold.c.x.b]"), "\(text)")
    #expect(!text.contains("policies[flyte-harden-hold.c.b]"), "\(text)")
  }

  @Test func withoutThePolicyPodsAreRefused() throws {
    try config("policies: none", "enforce: warn")
    let text = diff()
    #expect(text.contains("policies[flyte-harden-fill.c.strict]"), "\(text)")
    #expect(text.contains("now refused") && text.contains("copilot task"), "\(text)")
    #expect(!text.contains("now admitted"), "\(text)")
  }

  @Test func whatIsOnlyWarnedOfChangesNoPod() throws {
    try config("policies: auto", "allow: { users: [\"1000-1999\"] }, enforce: warn")
    let text = diff()
    #expect(text.contains("policies[flyte-harden-hold.c.strict]"), "\(text)")
    #expect(!text.contains("now "), "\(text)")
  }

  @Test(arguments: [
    ("v1.16.8", [], "{ version: \"1.36\" }", "no longer needed"),
    (
      "v1.15.3", ["--kubernetes", "1.36"],
      "{ version: \"1.35\", features: { MutatingAdmissionPolicy: true } }",
      "the API version changes from v1beta1 to v1"
    ),
    ("v2.0.43", [], "{ version: \"1.36\" }", "the policies stop matching"),
  ])
  func anUpgradeTellsOfPolicies(
    release: String, options: [String], kubernetes: String, words: String
  ) throws {
    try config("policies: auto", "enforce: warn", kubernetes: kubernetes)
    let result = run(["upgrade", "--to", release, "--config", path] + options)
    #expect(result.output.contains(words), "\(result.output)")
  }
}
