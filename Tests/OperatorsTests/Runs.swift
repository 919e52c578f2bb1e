import Flyte
import Operators
import PodAPI
import PodSecurity
import Testing
import Values

/// The pods of a standard task under a template that sets everything `restricted` asks.
struct Runs {
  let pods: [RolePod]

  /// Makes them.
  init(
    _ task: StandardPluginTask, on flyte: String, _ version: String,
    _ settings: Operator.Settings = .init(), ray: PlainValue? = nil,
    patches: [ModeledPatch] = []
  ) throws {
    let outcome = try Self.outcome(
      task, on: flyte, version, settings, ray: ray, patches: patches)
    guard case .pods(let found) = outcome else {
      Issue.record("\(outcome)")
      pods = []
      return
    }
    pods = found
  }

  /// The resource that Flyte sends.
  static func resource(
    _ task: StandardPluginTask, on flyte: String, takesTemplates: Bool = false,
    ray: PlainValue? = nil, patches: [ModeledPatch] = []
  ) throws -> PluginResource {
    let release = try #require(Release.named(flyte))
    let behaviors = patches.reduce(release.behaviors) { $0.applying($1) }
    let model = FlyteModel(
      behaviors: behaviors,
      settings: PluginSettings(
        reading: .fields([("default-pod-template-name", .string("flyte-default"))])))
    let store = TemplateStore([template], defaultNamespace: "flyte", behaviors: behaviors)
    var settings = OperatorSettings(ray: ray, spark: nil, apps: nil)
    settings.spark.crdHasTemplate = takesTemplates
    let made = model.resource(
      for: task.task(), plugins: release.plugins, operators: settings, in: "tasks", store: store)
    return try #require(made).get()
  }

  /// The outcome of the resource.
  static func outcome(
    _ task: StandardPluginTask, on flyte: String, _ version: String,
    _ settings: Operator.Settings = .init(), ray: PlainValue? = nil,
    patches: [ModeledPatch] = []
  ) throws -> OperatorOutcome {
    let found = try #require(OperatorVersion(version))
    let runner = try #require(Operator(of: task.plugin, version: found, settings))
    let sent = try resource(
      task, on: flyte, takesTemplates: runner.takesTemplates, ray: ray, patches: patches)
    return runner.outcome(of: sent.value)
  }

  /// The roles whose pods `restricted` refuses.
  var refused: [String] {
    pods.filter { pod in
      !PodSecurity.evaluate(
        spec: pod.spec, annotations: pod.metadata[.annotations]?.map, level: .restricted,
        version: .latest, server: 36
      ).isAllowed
    }.map(\.role.name)
  }

  /// The names of the containers of a role's pod, init containers first.
  func containers(of role: String) -> [String] {
    let pod = pods.first { $0.role.name == role }
    return [FieldName.initContainers, .containers].flatMap { pod?.spec[$0]?.items ?? [] }
      .compactMap { $0.object?[.name]?.string }
  }

  private static let template: StoredTemplate = {
    let decoder = PodDecoder(minor: 36)
    let container = PlainValue.fields([
      ("allowPrivilegeEscalation", .bool(false)),
      ("capabilities", .fields([("drop", .list([.string("ALL")]))])),
    ])
    func entry(_ name: String) -> PlainValue {
      .fields([
        ("name", .string(name)), ("image", .string("placeholder.invalid/a:1")),
        ("securityContext", container),
      ])
    }
    return StoredTemplate(
      name: "flyte-default", namespace: "tasks", metadata: PodObject(),
      spec: decoder.decode(
        .fields([
          (
            "securityContext",
            .fields([
              ("runAsNonRoot", .bool(true)),
              ("seccompProfile", .fields([("type", .string("RuntimeDefault"))])),
            ])
          ), ("containers", .list([entry("default")])),
          ("initContainers", .list([entry("default-init")])),
        ]), as: "PodSpec"))
  }()
}
