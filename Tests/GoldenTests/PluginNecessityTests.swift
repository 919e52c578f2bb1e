import Command
import Foundation
import TestSupport
import Testing

/// The patches, policies and settings that plugins' pods need.
@Suite struct PluginNecessityTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.url.path)/config.yaml" }
  private var output: String { "\(folder.url.path)/out" }

  init() throws { folder = try TemporaryFolder() }

  private func config(_ flyte: String, _ lines: String...) throws {
    let own = lines.map { "    \($0)\n" }.joined()
    _ = try folder.write(
      """
      apiVersion: flyte-harden/v1
      profiles: { strict: { extends: builtin/restricted } }
      clusters:
        c:
          flyte: \(flyte)
          kubernetes: { version: "1.36" }
          podTemplate: { fallback: false }
          plugins: [{ name: ray, operator: 1.3.2 }]
          namespaces: [{ name: a }]
          assign: [{ profile: strict }]

      """ + own, to: "config.yaml")
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "out/c/\(file)"), encoding: .utf8)
  }

  private func generate() {
    let result = run(["generate", "--config", path, "--output", output])
    #expect(result.status == .success, "\(result.complaint)")
  }

  /// Without sources no patch can be made, so a policy changes the pods.
  @Test(arguments: ["auto", "none"])
  func policiesHelpWherePatchesCannot(patches: String) throws {
    try config("{ version: v1.16.8 }", "patches: \(patches)", "policies: auto")
    generate()
    #expect(try text("admission/fill-strict.yaml").contains("MutatingAdmissionPolicy"))
    let audit = run(["audit", "--config", path])
    #expect(audit.output.contains("0 with policies"), "\(audit.output)")
    #expect(!audit.output.contains("patch-without-source"), "\(audit.output)")
  }

  @Test func aRefusalThatIsAcceptedNeedsNothing() throws {
    let accept =
      "accept: [{ finding: audit/refused, task: ray-autoscaling, reason: nobody scales }]"
    try config("{ version: v1.16.8 }", "patches: auto", accept)
    #expect(!run(["audit", "--config", path]).output.contains("patch-without-source"))
    try config("{ version: v1.16.8 }", "patches: auto")
    #expect(run(["audit", "--config", path]).output.contains("patch-without-source"))
  }

  /// The overlay asks for HTTPMode only where the submitter would be refused.
  @Test(arguments: [
    ("{ version: v2.0.43 }", true),
    (
      "{ version: v2.0.43, deployed: { image: \"acme/flyte:v1\", patches: [ray-submitter-security-context] } }",
      false
    ),
  ])
  func theModeStaysWhereThePatchIsDeployed(flyte: String, isSet: Bool) throws {
    try config(flyte, "patches: none")
    generate()
    #expect(try text("setup.yaml").contains("submissionMode: HTTPMode") == isSet)
  }
}
