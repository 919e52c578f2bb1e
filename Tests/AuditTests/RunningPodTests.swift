import Audit
import Deployments
import Diagnostics
import Flyte
import Judgment
import Manifests
import PodAPI
import Testing
import Values
import YAMLTree

/// Pods that run, beside what the model makes.
@Suite struct RunningPodTests {
  /// Audits some pods.
  private func audit(
    _ version: String, _ pods: [PlainValue], _ templates: String = hardened
  ) throws -> RunningPods {
    var audit = RunningPodAudit(try setup(version, templates))
    var diagnostics = DiagnosticList()
    let text = YAMLWriter.text(
      .mapping([
        .init("apiVersion", .string("v1")), .init("kind", .string("List")),
        .init("items", .list(pods)),
      ]))
    let found = audit.run(
      [SourceFile(path: "pods.yaml", bytes: Array(text.utf8))], into: &diagnostics)
    return try #require(found, "\(diagnostics.sorted.map(\.message))")
  }

  private static let hardened = manifest(["default", "primary"], inits: ["default-init"])
  private static let v1: [(String, String)] = [("execution-id", "f1"), ("node-id", "n0")]

  /// A pod as `kubectl` prints it.
  private func pod(
    _ built: BuiltPod, name: String, labels: [(String, String)],
    annotations: [(String, String)] = []
  ) -> PlainValue {
    func map(_ entries: [(String, String)]) -> PlainValue {
      .mapping(entries.map { .init($0.0, .string($0.1)) })
    }
    return .mapping([
      .init("apiVersion", .string("v1")), .init("kind", .string("Pod")),
      .init(
        "metadata",
        .mapping([
          .init("name", .string(name)), .init("namespace", .string("tasks")),
          .init("labels", map(labels)), .init("annotations", map(annotations)),
        ])), .init("spec", built.spec.plain), .init("status", .mapping([])),
    ])
  }

  /// The pod that the model makes of a task, under a template or none.
  private func made(
    _ version: String, _ task: StandardTask, _ templates: String = hardened
  ) throws -> BuiltPod {
    let deployment = try setup(version, templates).subject.running
    let judgment = Judgment(deployment: deployment)
    let template = deployment.templateSets[0].templates.first
    let judged = judgment.judge(
      .standard(task), template: template ?? .empty(deployment.defaultTemplate),
      store: template == nil ? judgment.emptyStore : judgment.store(of: 0),
      set: template == nil ? nil : 0)
    return try #require(judged.main.pod)
  }

  /// The pods that the model makes are recognized: the template that reached them, and nothing else.
  @Test(arguments: [
    "v1.9.2", "v1.13.3", "v1.14.1", "v1.15.3", "v1.16.2", "v1.16.8", "v2.0.28", "v2.0.43",
  ])
  func aPodOfTheModelDiffersInNothing(version: String) throws {
    for task in StandardTask.withoutSecrets {
      for (templates, template) in [(Self.hardened, "flyte-default"), ("", nil)] {
        let built = try made(version, task, templates)
        let annotations =
          task.isPodTask ? [("primary_container_name", built.primaryContainer)] : []
        let found = try audit(
          version, [pod(built, name: "exec-n0-0", labels: Self.v1, annotations: annotations)])
        let group = try #require(found.groups.first)
        let ignores = version == "v2.0.28"
        #expect(group.template == (ignores ? nil : template), "\(version) \(task) \(templates)")
        #expect(group.differences.isEmpty, "\(version) \(task): \(group.differences)")
        #expect(group.expected == (ignores ? nil : "flyte-default"))
      }
    }
  }

  @Test func podsOfOthersAreCounted() throws {
    let built = try made("v1.16.8", .container)
    let found = try audit(
      "v1.16.8",
      [
        pod(built, name: "exec-n0-0", labels: Self.v1),
        pod(built, name: "web", labels: [("app", "web")]),
        pod(built, name: "head", labels: Self.v1 + [("ray.io/node-type", "head")]),
        pod(built, name: "other-ray", labels: [("ray.io/node-type", "head")]),
      ])
    #expect(found.pods == 1 && found.skipped == 2)
    #expect(found.notModeled.map { "\($0.plugin) \($0.pods)" } == ["Ray 1"])
  }

  @Test func whoMakesADifferenceIsTold() throws {
    let built = try made("v1.16.8", .container)
    func changed(_ edit: (inout PodObject, inout [PodObject]) -> Void) -> BuiltPod {
      var spec = built.spec
      var containers = (spec[.containers]?.items ?? []).compactMap(\.object)
      edit(&spec, &containers)
      spec[.containers] = .list(containers.map { .object($0) })
      return BuiltPod(
        metadata: built.metadata, spec: spec, primaryContainer: built.primaryContainer)
    }
    func container(_ name: String) -> PodObject {
      PodObject([.init(.name, .string(name)), .init(.image, .string("i"))])
    }
    func makers(_ built: BuiltPod, task: Bool = false) throws -> [String] {
      let found = try audit(
        "v1.16.8",
        [
          pod(
            built, name: "exec-n0-0", labels: Self.v1,
            annotations: task ? [("primary_container_name", "exec-n0-0")] : [])
        ])
      return try #require(found.groups.first).differences.map {
        "\($0.container ?? "pod") \($0.field): \($0.maker.rawValue)"
      }
    }
    #expect(
      try makers(changed { $1.append(container("istio-proxy")) })
        == ["istio-proxy : injector"])
    #expect(try makers(changed { $1.append(container("odd")) }) == ["odd : mutation"])
    let network = changed { spec, _ in spec[.hostNetwork] = .bool(true) }
    #expect(try makers(network) == ["pod hostNetwork: mutation"])
    #expect(try makers(network, task: true).contains("pod hostNetwork: task"))
    let account = changed { spec, _ in spec[.serviceAccountName] = .string("runner") }
    #expect(try makers(account) == ["pod serviceAccountName: execution"])
    let lost = changed { _, containers in
      containers[0][.securityContext]?.object.map { context in
        var context = context
        context[FieldName(known: "readOnlyRootFilesystem")] = nil
        context[FieldName(known: "allowPrivilegeEscalation")] = nil
        containers[0][.securityContext] = .object(context)
      }
    }
    #expect(
      try makers(lost)
        == [
          "exec-n0-0 securityContext.allowPrivilegeEscalation: missing",
          "exec-n0-0 securityContext.readOnlyRootFilesystem: missing",
        ])
  }

  @Test(arguments: [
    ("kind: Secret\n", "pods.yaml:1:7 [pods/not-a-pod]"),
    (
      "kind: List\nitems: [{ kind: Pod, spec: {} }, { kind: Node }]\n",
      "pods.yaml:2:42 [pods/not-a-pod]"
    ),
    ("kind: List\nitems: [{ kind: Pod }]\n", "pods.yaml:2:9 [pods/not-a-pod]"),
    ("kind: PodList\nitems: []\n", "pods.yaml [pods/none]"),
    ("a: b\n", "pods.yaml:1:1 [pods/not-a-pod]"),
  ])
  func whatIsNoPodIsToldAtItsPlace(text: String, fault: String) throws {
    var audit = RunningPodAudit(try setup("v1.16.8", Self.hardened))
    var diagnostics = DiagnosticList()
    let found = audit.run(
      [SourceFile(path: "pods.yaml", bytes: Array(text.utf8))], into: &diagnostics)
    #expect(found == nil)
    #expect(
      diagnostics.sorted.map { "\($0.span?.description ?? "-") [\($0.id.name)]" } == [fault])
  }
}
