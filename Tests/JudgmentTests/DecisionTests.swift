import Deployments
import Flyte
import PodSecurity
import TestSupport
import Testing

@testable import Judgment

/// The decisions that are reported for a finding, one kind of offender after the other.
@Suite struct DecisionTests {
  static let bad: TreeLiteral = [
    "allowPrivilegeEscalation": true, "capabilities": ["drop": ["ALL"], "add": ["SYS_ADMIN"]],
  ]

  /// Field and source of every decision, `container: field: source`.
  func decisions(_ deployment: Deployment, _ task: StandardTask = .container) throws -> [String] {
    let pod = try #require(Judgment(deployment: deployment).pods(of: 0, tasks: [task]).first)
    guard case .judged(_, let decisions) = pod.outcome else {
      Issue.record("not judged: \(pod.outcome)")
      return []
    }
    return decisions.map { "\($0.container ?? "pod"): \($0.field): \(words($0.source))" }
  }

  func words(_ source: JudgedPod.Decision.Source) -> String {
    switch source {
    case .setting(let key): "setting \(key)"
    case .template(let name): "template \(name)"
    case .podTemplate: "template"
    case .task: "task"
    case .flyte: "Flyte"
    case .webhook: "webhook"
    case .byOperator, .lostByOperator: "operator"
    case .byPlugin, .lostByPlugin: "plugin"
    case .constraint(let name): "SCC \(name)"
    case .nobody: "nobody"
    }
  }

  func container(_ name: String, _ fields: TreeLiteral = [:]) -> TreeLiteral {
    guard case .mapping(let entries) = fields else { return fields }
    return .mapping([("name", .string(name)), ("image", "p:1")] + entries)
  }

  /// A deployment that only violates what `fields` of `default` and `pod` violate.
  func deployment(
    _ version: String = "v1.16.8", patches: [ModeledPatch] = [], fields: TreeLiteral = [:],
    pod: [(String, TreeLiteral)] = [], settings: TreeLiteral = [:],
    podAnnotations: TreeLiteral = [:]
  ) throws -> Deployment {
    try sampleDeployment(version, patches: patches, settings: settings).saying(
      .mapping([("containers", .list([container("default", fields)]))] + pod),
      podAnnotations: podAnnotations)
  }

  @Test func portsAreTheTemplatesWhateverTheSettings() throws {
    let deployment = try deployment(
      fields: ["ports": [["containerPort": 80, "hostPort": 80]]],
      settings: ["default-security-context": ["runAsNonRoot": true]])
    #expect(try decisions(deployment).contains("exec-n0-0: ports: template default"))
  }

  @Test func hostsOfProbesAreNamedWhereTheyStand() throws {
    var deployment = try deployment(
      fields: ["readinessProbe": ["httpGet": ["path": "/", "port": 80, "host": "1.2.3.4"]]])
    deployment.kubernetesMinor = 36
    #expect(
      try decisions(deployment).contains("exec-n0-0: readinessProbe.httpGet.host: template default")
    )
  }

  @Test func aSettingThatCopilotSkipsDecidesNothing() throws {
    let settings: TreeLiteral = ["default-security-context": ["seLinuxOptions": ["type": "spc_t"]]]
    let field = "exec-n0-0: securityContext.seLinuxOptions"
    #expect(
      try decisions(deployment(settings: settings)).contains(
        "\(field): setting default-security-context"))
    let fields: TreeLiteral = ["securityContext": ["seLinuxOptions": ["type": "spc_t"]]]
    let both = try deployment(fields: fields, settings: settings)
    #expect(try decisions(both, .copilot).contains("\(field): template default"))
    let cured = try deployment(
      patches: [.defaultSecurityContext], fields: fields, settings: settings)
    #expect(try decisions(cured, .copilot).contains("\(field): setting default-security-context"))
  }

  @Test func copilotsOwnSettingCountsWhereItIsRead() throws {
    let settings: TreeLiteral = ["co-pilot": ["security-context": ["privileged": true]]]
    let field = "flyte-copilot-downloader: securityContext.privileged"
    #expect(
      try !decisions(deployment(settings: settings), .copilot).contains { $0.hasPrefix(field) })
    #expect(
      try decisions(deployment(patches: [.copilotSecurityContext], settings: settings), .copilot)
        .contains("\(field): setting co-pilot.security-context"))
  }

  @Test func volumesAreFoundByTheirNames() throws {
    let deployment = try deployment(pod: [
      (
        "volumes",
        [["name": "tmp", "emptyDir": [:]], ["name": "node", "hostPath": ["path": "/"]]]
      )
    ])
    #expect(try decisions(deployment).contains("pod: volumes.node: template"))
  }

  @Test func annotationsAreTheTemplates() throws {
    let key = "container.apparmor.security.beta.kubernetes.io/exec-n0-0"
    let deployment = try deployment(podAnnotations: .mapping([(key, .string("unconfined"))]))
    #expect(try decisions(deployment).contains("pod: metadata.annotations.\(key): template"))
  }

  @Test func podFieldsAreTheSettingsBeforeTheTemplates() throws {
    let context: TreeLiteral = [
      "runAsUser": 0, "sysctls": [["name": "kernel.msgmax", "value": "1"]],
    ]
    let template = try deployment(pod: [("securityContext", context), ("hostNetwork", true)])
    let found = try decisions(template)
    #expect(found.contains("pod: securityContext.runAsUser: template"))
    #expect(found.contains("pod: securityContext.sysctls: template"))
    #expect(found.contains("pod: hostNetwork: template"))
    let setting = try deployment(
      pod: [("securityContext", ["runAsNonRoot": true])],
      settings: [
        "default-pod-security-context": context, "enable-host-networking-pod": true,
      ])
    let others = try decisions(setting)
    #expect(others.contains("pod: securityContext.runAsUser: setting default-pod-security-context"))
    #expect(others.contains("pod: securityContext.sysctls: setting default-pod-security-context"))
    #expect(others.contains("pod: hostNetwork: setting enable-host-networking-pod"))
  }

  @Test func ofAListOnlyThoseDecideWhoAddWhatIsAtFault() throws {
    let found = try decisions(
      deployment(
        "v1.15.3",
        fields: ["securityContext": ["capabilities": ["add": ["NET_BIND_SERVICE"]]]]), .copilot)
    let field = "exec-n0-0: securityContext.capabilities.add"
    #expect(found.filter { $0.hasPrefix(field) } == ["\(field): Flyte"])
    let both = try decisions(deployment("v1.15.3", fields: ["securityContext": Self.bad]), .copilot)
    #expect(
      both.filter { $0.hasPrefix(field) } == ["\(field): Flyte", "\(field): template default"])
  }

  @Test func aZeroOverWhatIsSetDecidesNothing() throws {
    let deployment = try deployment(
      fields: ["securityContext": ["privileged": true]],
      settings: ["default-security-context": ["privileged": false]])
    #expect(
      try decisions(deployment).contains("exec-n0-0: securityContext.privileged: template default"))
  }

  @Test(
    arguments: [
      ("v1.14.1", [], "nobody"), ("v1.15.3", [], "template flyte-copilot-downloader"),
      ("v1.16.8", [], "nobody"),
      ("v1.16.8", [ModeledPatch.namedInitTemplate], "template flyte-copilot-downloader"),
      ("v1.13.3", [.initContainerTemplates], "template flyte-copilot-downloader"),
    ])
  func entriesDecideWhereTheyAreLaidUnder(
    release: String, patches: [ModeledPatch], source: String
  ) throws {
    let deployment = try deployment(
      release, patches: patches,
      pod: [
        (
          "initContainers",
          [
            container(
              "flyte-copilot-downloader", ["securityContext": ["allowPrivilegeEscalation": true]])
          ]
        )
      ])
    #expect(
      try decisions(deployment, .copilotInputs).contains(
        "flyte-copilot-downloader: securityContext.allowPrivilegeEscalation: \(source)"))
  }

  @Test func initContainersOfTheTemplatesOwnAreTheTemplates() throws {
    let deployment = try deployment(
      "v1.13.3",
      pod: [("initContainers", [container("site", ["securityContext": ["privileged": true]])])])
    #expect(try decisions(deployment).contains("site: securityContext.privileged: template site"))
  }

  @Test func theTasksOwnValuesAreTheTasks() throws {
    let found = try decisions(deployment(), .podHelpers)
    #expect(found.contains("helper: securityContext.allowPrivilegeEscalation: nobody"))
  }
}
