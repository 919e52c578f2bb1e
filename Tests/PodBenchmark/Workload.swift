import Flyte
import PodAPI

/// Clusters whose pods all differ: a template each with ids of its own, the settings and the seven
/// shapes of tasks of the oracle's matrix.
struct Workload {
  private let models: [(model: FlyteModel, tasks: [DecodedTask])]

  init() {
    let names = ["v1.13.3", "v1.15.3", "v1.16.8", "v2.0.43"]
    let behaviors = names.compactMap { Release.named($0)?.behaviors }.flatMap { release in
      [
        release,
        ModeledPatch.allCases.filter { !$0.isOptIn }.reduce(release) { $0.applying($1) },
      ]
    }
    var settings = PluginSettings()
    settings.defaultPodTemplateName = "flyte-default"
    // Without ids: settings win over templates, and would make the pods alike.
    settings.defaultSecurityContext = Self.strict(nil)
    settings.copilot.securityContext = Self.strict(nil)
    let main = Self.container("main")
    let pod = TaskShape.Body.pod(
      TaskShape.PodBody(
        spec: PodObject([.init(.containers, .list([main]))]), primaryContainer: "main"))
    let whole = TaskShape.Body.pod(
      TaskShape.PodBody(
        spec: PodObject([
          .init(.containers, .list([main, Self.container("helper")])),
          .init(.initContainers, .list([Self.container("prep")])),
        ]), primaryContainer: "main"))
    let container = TaskShape.Body.container(image: "task:1")
    let tasks = [
      TaskShape(container), TaskShape(container, copilot: .init(inputs: true, outputs: true)),
      TaskShape(container, copilot: .init(inputs: true, outputs: false)),
      TaskShape(container, copilot: .init(inputs: false, outputs: true)), TaskShape(pod),
      TaskShape(pod, copilot: .init(inputs: true, outputs: true)), TaskShape(whole),
    ]
    models = behaviors.map { behaviors in
      let model = FlyteModel(behaviors: behaviors, settings: settings)
      return (model, tasks.map(model.read))
    }
  }

  /// Builds every pod of a deployment: all behaviors, each with a template, and all tasks.
  func pods(of deployment: Int, _ body: (BuiltPod) -> Void) {
    for (index, (model, tasks)) in models.enumerated() {
      // An id of its own for each binary: patched or not, many pods would else be the same.
      let template = Self.template(user: 1000 + Int64(deployment * models.count + index))
      let store = TemplateStore(
        [template], defaultNamespace: "flyte", behaviors: model.behaviors)
      for task in tasks {
        if case .success(let pod) = model.pod(for: task, in: "flyte", store: store.restarted()) {
          body(pod)
        }
      }
    }
  }

  private static func strict(_ user: Int64?) -> PodObject {
    var context = PodObject([
      .init(.allowPrivilegeEscalation, .bool(false)),
      .init(.capabilities, .object(PodObject([.init(.drop, .list([.string("ALL")]))]))),
      .init(.runAsNonRoot, .bool(true)),
      .init(
        .seccompProfile,
        .object(PodObject([.init(FieldName(known: "type"), .string("RuntimeDefault"))]))),
    ])
    if let user { context[.runAsUser] = .integer(user) }
    return context
  }

  private static func container(_ name: String, _ context: PodObject? = nil) -> PodValue {
    var container = PodObject([.init(.name, .string(name)), .init(.image, .string("image:1"))])
    if let context { container[.securityContext] = .object(context) }
    return .object(container)
  }

  private static func template(user: Int64) -> StoredTemplate {
    let spec = PodObject([
      .init(.containers, .list([container("default", strict(user))])),
      .init(.initContainers, .list([container("default-init", strict(user))])),
    ])
    return StoredTemplate(
      name: "flyte-default", namespace: "flyte", metadata: PodObject(),
      spec: PodDefaults.template(spec))
  }
}
