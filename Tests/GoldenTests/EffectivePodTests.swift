import Command
import Foundation
import TestSupport
import Testing

/// The pods of small configs in `explain`.
@Suite struct EffectivePodTests {
  /// The answer for a namespace 'tasks' of one cluster.
  /// - Parameters:
  ///   - profile: its keys in flow style, over `builtin/restricted`.
  ///   - flyte: the keys of `flyte` beside the version.
  ///   - keys: further keys of the cluster, a line each.
  ///   - isWhole: whether the whole pod is shown.
  func explain(
    _ version: String, profile: String = "extends: builtin/restricted", flyte: String = "",
    keys: [String] = [], isWhole: Bool = true, _ words: String...
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
          patches: none
          namespaces: [{ name: tasks }]
          assign: [{ profile: strict }]
      \(keys.map { "    " + $0 }.joined(separator: "\n"))
      """, to: "config.yaml")
    let config = scratch.url.appending(path: "config.yaml").path
    return withExtendedLifetime(scratch) {
      let result = run(
        ["explain", "tasks", "--config", config] + (isWhole ? ["--pod"] : []) + words)
      // Without where each field comes from.
      let lines = result.output.components(separatedBy: "\n").map { line in
        line.hasPrefix("#") ? line : line.components(separatedBy: " # ")[0]
      }
      return (result.status, lines.joined(separator: "\n"), result.complaint)
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
    #expect(output.contains("# serviceAccountName 'task-runner' comes from the PodTemplate"))
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

  @Test(arguments: [
    ("v1.15.3", "flyte-binary", "flytecopilot-release:v1.15.3"),
    ("v1.15.3", "{ name: flyte-core, from: source }", "flytecopilot:v1.15.3"),
    ("v1.9.2", "flyte-core", "flytecopilot-release:v1.9.2"),
    ("v1.9.2", "{ name: flyte, from: source }", "flytecopilot:v0.0.33"),
    ("v2.0.43", "flyte-binary", "flyte-binary-v2:v2.0.43"),
  ])
  func copilotsImageIsTheCharts(version: String, chart: String, image: String) throws {
    let output = try explain(version, keys: ["chart: \(chart)"], "--task", "copilot").output
    #expect(output.contains("image: cr.flyte.org/flyteorg/\(image)\n"))
    let said = ["chart: \(chart)", "copilot: { image: registry.example.org/c:v1 }"]
    #expect(
      try explain(version, keys: said, "--task", "copilot").output
        .contains("image: registry.example.org/c:v1\n"))
  }

  /// The overlay lands on what the chart says by itself.
  @Test func theChartsOwnSettingsAreSeen() throws {
    let keys = ["chart: flyte-binary"]
    let output = try explain("v2.0.43", keys: keys, "--task", "copilot-inputs").output
    #expect(output.contains("mountPath: /etc/flyte/copilot\n"))
    #expect(output.contains("name: flyte-binary-copilot-storage-config-secret\n"))
    #expect(output.contains("# co-pilot's Secret has the name that the chart gives it"))
    let own = keys + ["copilot: { storageConfigSecretName: ours }"]
    let said = try explain("v2.0.43", keys: own, "--task", "copilot-inputs").output
    #expect(said.contains("name: ours\n"))
    #expect(!said.contains("co-pilot's Secret has the name"))
    #expect(try !explain("v2.0.40", keys: keys, "--task", "copilot").output.contains("projected:"))
    #expect(try !explain("v2.0.43", keys: keys).output.contains("projected:"))
    #expect(try explain("v1.16.8", keys: ["chart: flyte-core"]).output.contains("cpu: 100m\n"))
    #expect(try explain("v1.16.8", keys: keys).output.contains("memory: 1Gi\n"))
  }

  @Test func aTemplateThatMeetsTheChartsVolumeIsNamed() throws {
    let profile =
      "extends: builtin/restricted, pod: { securityContext: { runAsUser: 1000 }, volumes: [{ name: flyte-copilot-storage-config, emptyDir: {} }] }, containers: { volumeMounts: [{ name: flyte-copilot-storage-config, mountPath: /etc/flyte/copilot }] }"
    let result = try explain("v2.0.43", profile: profile, keys: ["chart: flyte-binary"])
    #expect(
      result.complaint.contains("co-pilot adds its own volume 'flyte-copilot-storage-config'"))
    #expect(result.complaint.contains("co-pilot mounts its own volume at '/etc/flyte/copilot'"))
    let before = try explain("v2.0.40", profile: profile, keys: ["chart: flyte-binary"]).complaint
    #expect(!before.contains("co-pilot adds a volume") && !before.contains("co-pilot mounts"))
  }

  /// Every manager with the release that it is tried on, what a secret as a file then adds, and whether
  /// the pod is let in.
  @Test(arguments: [
    ("v1.16.8", "", "secretName: credentials", true),
    ("v2.0.43", "", "name: init-embedded-secret", false),
    ("v2.0.43", ", secretManager: k8s", "secretName: credentials", true),
    ("v2.0.43", ", secretManager: azure", "name: azure-pull-secret-0", false),
    ("v1.16.8", ", secretManager: aws", "name: aws-pull-secret-0", false),
    ("v1.9.2", ", secretManager: gcp", "name: gcp-pull-secret-0", false),
    ("v1.16.8", ", secretManager: vault", "agent-inject-file-UUID-0: credentials/password", true),
  ])
  func aTaskWithASecretIsShownAsTheWebhookLeavesIt(
    version: String, flyte: String, added: String, isLetIn: Bool
  ) throws {
    let shown = try explain(version, flyte: flyte, "--task", "secret")
    #expect(shown.output.contains(added))
    #expect((shown.status == .success) == isLetIn)
    #expect(shown.output.contains("the secret webhook adds the container") == !isLetIn)
    // No other task is called admitted without a word of it.
    let other = try explain(version, flyte: flyte)
    #expect(other.output.contains("# admitted by Pod Security"))
    let words = isLetIn ? "admitted" : "refused"
    #expect(other.output.contains("# a container task with a secret as a file, from '"))
    #expect(other.output.contains(": \(words) by Pod Security restricted:latest; '--task secret'"))
    #expect(shown.complaint.contains("[flyte/secrets-refused]") == !isLetIn)
    // What another webhook adds is named, whichever task is shown.
    let injected = "Vault's own injector adds the init container 'vault-agent-init' to "
    #expect(shown.output.contains(injected + "this pod") == flyte.contains("vault"))
    #expect(other.output.contains(injected + "that task's pod") == flyte.contains("vault"))
  }

  @Test func thePatchGivesTheWebhooksContainerWhatItNeeds() throws {
    let deployed =
      ", secretManager: aws, deployed: { image: \"r.example.org/p:v1\", patches: [secret-manager-security-context] }"
    let result = try explain(
      "v1.16.8", flyte: deployed, keys: ["chart: flyte-core"], "--task", "secret")
    #expect(result.status == .success)
    #expect(!result.complaint.contains("[flyte/secrets-refused]"))
  }

  @Test func whatVaultsInjectorAddsFollowsThePodsAnnotations() throws {
    func words(_ annotations: String) throws -> String {
      try explain(
        "v1.16.8",
        profile:
          "extends: builtin/restricted, podMetadata: { annotations: { \(annotations) } }",
        flyte: ", secretManager: vault", "--task", "pod"
      ).output
    }
    let sidecar = try words("vault.hashicorp.com/agent-pre-populate-only: \"false\"")
    #expect(
      sidecar.contains("'vault-agent-init' and the container 'vault-agent' to that task's pod"))
    #expect(!(try words("vault.hashicorp.com/agent-inject: \"false\"")).contains("vault-agent"))
    #expect(
      try words("vault.hashicorp.com/agent-inject: \"true\"")
        .contains("the container 'vault-agent' to this pod"))
  }

  @Test func aSecretThatDoesNotReachThePodIsSaidToBeLacking() throws {
    let aws = try explain("v1.16.8", flyte: ", secretManager: aws", "--task", "secret-variable")
    #expect(
      aws.output.contains("the pod does not get it (unrecognized mount requirement [ENV_VAR]"))
    let none = try explain("v2.0.7", "--task", "secret")
    #expect(none.output.contains("the pod does not get it (this release has no secret webhook)"))
    let refused = try explain("v2.0.43", flyte: ", secretManager: gcp", "--task", "secret-variable")
    #expect(refused.output.contains("# refused by the secret webhook:"))
    #expect(refused.status == .findings)
  }

  @Test func anEmbeddedSecretIsPlainTextInEveryContainer() throws {
    let output = try explain("v2.0.43", "--task", "secret-variable").output
    #expect(output.contains("name: _UNION_PASSWORD\n"))
    #expect(output.contains("value: THE-SECRET\n"))
    #expect(output.contains("# admitted by Pod Security"))
  }

  @Test func whoDecidesThePullPolicyIsSaid() throws {
    let words = "# imagePullPolicy IfNotPresent comes from the PodTemplate's placeholder image"
    #expect(try explain("v1.16.8").output.contains(words))
    let said = "extends: builtin/restricted, containers: { imagePullPolicy: Always }"
    let always = try explain("v1.16.8", profile: said).output
    #expect(!always.contains(words))
    #expect(always.contains("imagePullPolicy: Always\n"))
    #expect(try !explain("v2.0.28").output.contains(words))
  }
}
