import Deployments
import Diagnostics
import Flyte
import Foundation
import Judgment
import Manifests
import PodAPI
import TestSupport
import Testing
import Values

@testable import Audit

/// Settings, tokens, overrides and containers of others.
extension FindingRuleTests {
  /// Map tasks of old have their own namespace's template, and the other one's level.
  @Test(arguments: [
    ("v1.13.3", "{{.namespace}}-jobs", "which the config does not have"),
    ("v1.13.3", "{{ NameSpace}}", nil), ("v1.13.3", "jobs", nil),
    ("v2.0.43", "jobs", nil),
  ])
  func podsOfMapTasksGoElsewhere(flyte: String, name: String, answer: String?) throws {
    var values = InstalledValues()
    values.arrayNamespace = Located(name, origin: .tool)
    let open = """
      ---
      apiVersion: v1
      kind: PodTemplate
      metadata: { name: flyte-default, namespace: tasks }
      template: { spec: { hostNetwork: true, containers: [{ name: default, image: a }] } }

      """
    // What both namespaces refuse is not of the setting.
    let own = name == "jobs" ? open : manifest(["default"])
    let found = finding(
      .mapTaskNamespace,
      try setup(flyte, own + manifest(["default"], namespace: "jobs"), values: values))
    #expect((found != nil) == (answer != nil), "\(found?.words ?? "")")
    if let answer { #expect(found?.words.contains(answer) == true, "\(found?.words ?? "")") }
  }

  @Test func settingsThatBeatATemplate() throws {
    let text = manifest(["default"], inits: ["default-init"])
    let found = try #require(
      finding(
        .settingBeatsTemplate,
        try setup(
          "v1.16.8", text,
          settings: ["default-pod-security-context": ["fsGroup": 1000, "runAsUser": 65532]])))
    #expect(
      found.words.contains(
        "'default-pod-security-context.fsGroup: 1000' beats 'securityContext.fsGroup: 65532'"))
    #expect(!found.words.contains("runAsUser"))
    #expect(finding(.settingBeatsTemplate, try setup("v1.16.8", text)) == nil)
  }

  @Test func nodesThatAreJoined() throws {
    func term(_ value: String) -> String {
      "{ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: pool, operator: In, values: [\(value)] }] }] } } }"
    }
    let text = template("    affinity: \(term("a"))\n")
    let terms: TreeLiteral = [
      "nodeAffinity": [
        "requiredDuringSchedulingIgnoredDuringExecution": [
          "nodeSelectorTerms": [
            ["matchExpressions": [["key": "pool", "operator": "In", "values": ["b"]]]]
          ]
        ]
      ]
    ]
    let found = finding(
      .affinityJoined, try setup("v1.16.8", text, settings: ["default-affinity": terms]))
    #expect(found?.words.contains("'default-affinity'") == true)
    #expect(finding(.affinityJoined, try setup("v1.16.8", text)) == nil)
  }

  @Test(arguments: [("false", false), ("true", true)])
  func tokensOfServiceAccounts(value: String, isFound: Bool) throws {
    let text = template("    automountServiceAccountToken: \(value)\n")
    #expect((finding(.serviceAccountToken, try setup("v1.16.8", text)) != nil) == isFound)
    let unset = finding(.serviceAccountToken, try setup("v1.16.8", template("")))
    #expect(unset?.words.contains("is not set") == true)
  }

  @Test func credentialsStandInArgumentsUntilASecretHoldsThem() throws {
    let text = manifest(["default"], inits: ["default-init"])
    #expect(finding(.credentialsInArguments, try setup("v2.0.40", text)) != nil)
    #expect(finding(.credentialsInArguments, try setup("v2.0.43", text)) != nil)
    let secret = try setup(
      "v2.0.43", text, settings: ["co-pilot": ["storage-config-secret-name": "storage"]])
    #expect(finding(.credentialsInArguments, secret) == nil)
  }

  /// mergo: true replaces false, and nothing empty replaces anything.
  @Test func whatATaskCanSet() throws {
    let text = manifest(["default"], inits: ["default-init"], readOnly: true)
    let found = try #require(finding(.taskOverrides, try setup("v1.16.8", text)))
    let halves = found.words.components(separatedBy: "cannot undo")
    #expect(halves.count == 2)
    for word in ["privileged: true", "allowPrivilegeEscalation: true", "hostNetwork: true"] {
      #expect(halves[0].contains(word), "\(word): \(found.words)")
    }
    #expect(halves.last?.contains("readOnlyRootFilesystem: true") == true)
    // The pod alone says it, so a container may say otherwise.
    #expect(halves[0].contains("runAsNonRoot: false"))
    let both = text.replacingOccurrences(
      of: "drop: [ALL] },", with: "drop: [ALL] }, runAsNonRoot: true,")
    let fixed = try #require(finding(.taskOverrides, try setup("v1.16.8", both)))
    #expect(
      fixed.words.components(separatedBy: "cannot undo").last?.contains("runAsNonRoot: true")
        == true)
  }

  @Test(arguments: [("v1.13.3", true), ("v1.16.8", false)])
  func demandsThatNoTemplateCanMeet(version: String, isFound: Bool) throws {
    let found = try audit(setup(version, manifest(["default"]))).findings
      .filter { $0.kind == .unreachableDemand }
    #expect(found.contains { $0.words.contains("imagePullPolicy") })
    #expect(found.contains { $0.words.contains("readOnlyRootFilesystem") } == isFound)
  }

  @Test(arguments: [
    ("sidecar.istio.io/inject", "true", true), ("sidecar.istio.io/inject", "false", false),
    ("linkerd.io/inject", "enabled", true), ("vault.hashicorp.com/agent-inject", "true", true),
  ])
  func containersOfOthers(key: String, value: String, isFound: Bool) throws {
    let text = manifest(["default"], inits: ["default-init"]).replacingOccurrences(
      of: "template:\n", with: "template:\n  metadata: { annotations: { \(key): \"\(value)\" } }\n")
    let found = finding(.injectedContainers, try setup("v1.16.8", text))
    #expect((found != nil) == isFound)
    if let found { #expect(found.words.contains(key) && found.place != nil) }
  }
}
