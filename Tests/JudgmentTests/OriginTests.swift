import Deployments
import Flyte
import PodAPI
import TestSupport
import Testing
import Values

@testable import Judgment

/// The origins of the fields of a pod: the source that is named for a field decides it.
@Suite struct OriginTests {
  /// Layers of which no two say the same of a field.
  private static let spec: TreeLiteral = [
    "securityContext": [
      "runAsUser": 7, "fsGroup": 8, "seccompProfile": ["type": "RuntimeDefault"],
    ],
    "hostNetwork": true, "priorityClassName": "urgent",
    "containers": [
      [
        "name": "default", "image": "p:1", "workingDir": "/default",
        "securityContext": [
          "runAsUser": 1, "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true,
          "capabilities": ["drop": ["ALL"]],
        ],
      ],
      ["name": "primary", "image": "p:1", "securityContext": ["runAsUser": 2, "runAsGroup": 3]],
    ],
    "initContainers": [
      ["name": "default-init", "image": "p:1", "securityContext": ["runAsUser": 4]]
    ],
  ]
  private static let settings: TreeLiteral = [
    "default-security-context": ["runAsGroup": 50, "procMount": "Default"],
    "default-pod-security-context": ["fsGroup": 60, "runAsGroup": 61],
  ]

  private func origins(_ deployment: Deployment, _ task: StandardTask) throws -> PodOrigins {
    let judgment = Judgment(deployment: deployment)
    return try #require(
      judgment.origins(
        of: .standard(task), template: deployment.templateSets[0].templates[0],
        store: judgment.store(of: 0), set: 0))
  }

  /// The same deployment in which a saying is gone.
  private func without(
    _ saying: FieldOrigin.Saying, of path: PodField, in deployment: Deployment
  ) -> Deployment? {
    var result = deployment
    let words = path.steps.map(\.text)
    let template = deployment.templateSets[0].templates[0]
    func templates(_ spec: OriginTree) {
      result.templateSets = [PodTemplateSet(templates: [template.with(spec: spec)])]
    }
    switch saying.source {
    case .setting(let key):
      result.settings = removing([key.text] + words.dropFirst(), from: deployment.settings)
    case .podTemplate: templates(removing(words, from: template.spec))
    case .entry(let name):
      let list = path.part.isInit ? "initContainers" : "containers"
      let items = (template.spec[list]?.items ?? []).map { item in
        item["name"]?.string == name.text ? removing(words, from: item) : item
      }
      templates(template.spec.setting(list, to: OriginTree(.list(items), origin: .tool)))
    default: return nil
    }
    return result
  }

  private func removing(_ path: [String], from tree: OriginTree) -> OriginTree {
    guard let first = path.first, let inner = tree[first] else { return tree }
    return tree.setting(
      first, to: path.count == 1 ? nil : removing(Array(path.dropFirst()), from: inner))
  }

  @Test(arguments: [
    "v1.9.2", "v1.13.3", "v1.14.1", "v1.15.3", "v1.16.2", "v1.16.8", "v2.0.28", "v2.0.43",
  ])
  func whoMadeAFieldDecidesIt(version: String) throws {
    let deployment = try sampleDeployment(version, settings: Self.settings).saying(Self.spec)
    var tried = 0
    for task in StandardTask.withoutSecrets {
      for field in try origins(deployment, task).all {
        for maker in field.makers {
          guard let other = without(maker, of: field.path, in: deployment) else { continue }
          let after = try origins(other, task).origin(of: field.path).value
          #expect(
            after != field.value, "\(version) \(task) \(field.path.description) \(maker.source)")
          tried += 1
        }
      }
    }
    #expect(tried > 20)
  }

  /// And who lost does not.
  @Test(arguments: ["v1.13.3", "v1.16.8", "v2.0.28", "v2.0.43"])
  func whoLostDoesNotDecide(version: String) throws {
    let deployment = try sampleDeployment(version, settings: Self.settings).saying(Self.spec)
    var tried = 0
    for task in StandardTask.withoutSecrets {
      for field in try origins(deployment, task).all {
        for loser in field.lost {
          guard let other = without(loser, of: field.path, in: deployment) else { continue }
          let after = try origins(other, task).origin(of: field.path).value
          #expect(
            after == field.value, "\(version) \(task) \(field.path.description) \(loser.source)")
          tried += 1
        }
      }
    }
    #expect(tried > 5)
  }

  /// Without templates and settings a pod has what Flyte and the API server make, and the task's own.
  @Test(arguments: ["v1.13.3", "v1.16.8", "v2.0.43"])
  func whatNobodySaysIsFlytesOrTheServers(version: String) throws {
    let bare = try sampleDeployment(version).saying([
      "containers": [["name": "default", "image": "p:1"]]
    ])
    for task in StandardTask.withoutSecrets {
      for field in try origins(bare, task).all {
        #expect(!field.makers.isEmpty)
        for maker in field.makers {
          switch maker.source {
          case .setting, .podTemplate, .chart:
            Issue.record("\(field.path.description): \(maker.source)")
          default: break
          }
        }
      }
    }
  }

  @Test func whatLostIsTold() throws {
    let deployment = try sampleDeployment("v1.16.8", settings: Self.settings).saying(Self.spec)
    let origins = try origins(deployment, .copilot)
    let user = origins.origin(
      of: PodField(.container("exec-n0-0"), fields: "securityContext.runAsUser"))
    #expect(user.makers.map(\.source) == [.entry("primary")])
    #expect(user.lost.map(\.source) == [.entry("default")])
    let group = origins.origin(
      of: PodField(.container("exec-n0-0"), fields: "securityContext.runAsGroup"))
    #expect(group.value == .integer(3))
    #expect(
      group.lost.contains { $0.source == .setting("default-security-context") && $0.reason != nil })
    let fsGroup = origins.origin(of: PodField(.spec, fields: "securityContext.fsGroup"))
    #expect(fsGroup.makers.map(\.source) == [.setting("default-pod-security-context")])
    #expect(fsGroup.lost.map(\.source) == [.podTemplate])
  }

  @Test(arguments: [
    (
      "runAsUser",
      ["spec", "init flyte-copilot-downloader", "init flyte-copilot-uploader", "exec-n0-0"]
    ),
    ("containers[primary].securityContext.runAsUser", ["exec-n0-0"]),
    ("containers[exec-n0-0].image", ["exec-n0-0"]), ("containers[0].image", ["exec-n0-0"]),
    ("spec.securityContext.fsGroup", ["spec"]), ("hostNetwork", ["spec"]),
    ("spec.containers[primary].image", ["exec-n0-0"]),
    (
      "securityContext.seccompProfile.type",
      ["spec", "init flyte-copilot-downloader", "init flyte-copilot-uploader", "exec-n0-0"]
    ),
  ])
  func aFieldIsFoundByItsName(text: String, parts: [String]) throws {
    let deployment = try sampleDeployment("v1.16.8").saying(Self.spec)
    let paths = try FieldSearch(origins(deployment, .copilot)).paths(of: text)
    func words(_ part: PodPart) -> String {
      switch part {
      case .spec: "spec"
      case .metadata: "metadata"
      case .container(let name): name.text
      case .initContainer(let name): "init \(name.text)"
      }
    }
    #expect(paths.map { words($0.part) }.sorted() == parts.sorted())
  }

  @Test(arguments: [
    "runAsUsr", "containers[nobody].image", "spec.securityContext.privileged", "a..b", "[", "",
    "containers[primary].image.name",
  ])
  func whatIsNoFieldIsNotFound(text: String) throws {
    let origins = try origins(sampleDeployment("v1.16.8"), .container)
    #expect(throws: FieldSearch.Failure.self) { try FieldSearch(origins).paths(of: text) }
  }

  /// mergo: a task's false never replaces true, its zero never a number, and its lists are appended.
  @Test func whatATaskCanChangeIsTried() throws {
    let deployment = try sampleDeployment("v1.16.8").saying(Self.spec)
    let origins = try origins(deployment, .container)
    let judgment = Judgment(deployment: deployment)
    func trial(_ fields: String) -> [String] {
      origins.trial(
        of: PodField(.container("exec-n0-0"), fields: fields), in: judgment,
        store: judgment.store(of: 0)
      ).tries.map { "\($0.value) \($0.arrives)" }
    }
    #expect(trial("securityContext.readOnlyRootFilesystem") == ["bool(false) false"])
    #expect(trial("securityContext.allowPrivilegeEscalation") == ["bool(true) true"])
    #expect(trial("securityContext.privileged") == ["bool(true) true", "bool(false) true"])
    #expect(
      trial("securityContext.runAsUser").map { $0.hasSuffix("true") } == [true, false])
    #expect(trial("securityContext.capabilities.drop").map { $0.hasSuffix("true") } == [true])
  }

  @Test(arguments: [("v1.13.3", false), ("v1.14.1", true), ("v1.16.8", true)])
  func reachIsAsTheReleaseMerges(version: String, isInit: Bool) throws {
    let deployment = try sampleDeployment(version).saying(Self.spec)
    let judgment = Judgment(deployment: deployment)
    let reach = judgment.reach(
      of: PodField(.spec, fields: "securityContext.runAsUser").steps,
      template: deployment.templateSets[0].templates[0], store: judgment.store(of: 0), set: 0)
    let prepare = reach.places.first { $0.container == "prepare" }
    #expect((prepare?.value == .integer(4)) == isInit)
    #expect(reach.places.contains { $0.role == .primary && $0.value == .integer(2) })
  }
}
