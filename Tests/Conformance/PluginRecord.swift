import Flyte
import PodAPI
import Values

/// One record of a plugin: a cluster, an execution and a task, and the answers of releases.
struct PluginRecord {
  let id: String
  let plugin: String
  /// The releases that give this answer, each with the names of its patches.
  let runs: [(release: String, isPatched: Bool)]
  private let namespace: String
  private let defaultNamespace: String
  private let templates: [StoredTemplate]
  private let settings: PluginSettings
  private let operators: OperatorSettings
  private let execution: Execution
  private let task: PluginTask
  private let shape: TaskShape

  private static let decoder = PodDecoder(minor: 36)

  /// Reads a line of `resources.jsonl`, or the part `flyte` of one of `operators.jsonl`.
  init(_ line: PlainValue, id: String, plugin: String) {
    self.id = id
    self.plugin = plugin
    runs = (line["on"]?.items ?? []).map { run in
      (run.items.first?.string ?? "", run.items.dropFirst().first?.items.isEmpty == false)
    }
    namespace = line["namespace"]?.string ?? "flytesnacks-development"
    defaultNamespace = line["defaultNamespace"]?.string ?? "flyte"
    templates = (line["podTemplates"]?.items ?? []).map { stored in
      let template = Self.decoder.decode(stored["template"] ?? .null, as: "PodTemplateSpec")
      return StoredTemplate(
        name: stored["metadata"]?["name"]?.string ?? "",
        namespace: stored["metadata"]?["namespace"]?.string ?? "",
        metadata: template[.metadata]?.object ?? PodObject(),
        spec: template[.spec]?.object ?? PodObject())
    }
    let settings = line["settings"] ?? .null
    self.settings = PluginSettings(reading: settings["plugins.k8s"] ?? .null)
    var operators = OperatorSettings(
      ray: settings["plugins.ray"], spark: settings["plugins.spark"],
      apps: settings["internalApps"])
    operators.spark.crdHasTemplate = settings["spark-operator-crd"]?.string == "template"
    self.operators = operators
    let execution = line["execution"] ?? .null
    self.execution = Execution(
      labels: Self.map(execution["labels"]), annotations: Self.map(execution["annotations"]))
    let task = line["task"] ?? .null
    shape = Self.shape(task, serviceAccount: execution["serviceAccount"]?.string ?? "")
    self.task = PluginTask(
      FlytePlugin(named: plugin == "clustered" ? "jobset" : plugin == "app" ? "apps" : plugin)
        ?? .array, shape, version: task["taskTypeVersion"].map(Self.number) ?? 0,
      custom: task["custom"] ?? task["app"] ?? .mapping([]))
  }

  private static func number(_ value: PlainValue) -> Int64 {
    if case .integer(let number) = value { return number }
    return 0
  }

  private static func map(_ value: PlainValue?) -> PodMap {
    PodMap((value?.entries ?? []).map { ($0.key, .string($0.value.string ?? "")) })
  }

  private static func body(_ pod: PlainValue, primary: String) -> TaskShape.PodBody {
    TaskShape.PodBody(
      spec: decoder.decode(pod["podSpec"] ?? .null, as: "PodSpec"), primaryContainer: primary,
      labels: map(pod["metadata"]?["labels"]), annotations: map(pod["metadata"]?["annotations"]))
  }

  private static func shape(_ task: PlainValue, serviceAccount: String) -> TaskShape {
    let primary = task["config"]?["primary_container_name"]?.string ?? ""
    let pod = task["k8sPod"]
    let data = (pod ?? task["container"])?["dataConfig"]
    return TaskShape(
      pod.map { .pod(body($0, primary: primary)) }
        ?? .container(image: task["container"]?["image"]?.string ?? ""),
      copilot: data?["enabled"]?.bool == true
        ? TaskShape.Data(
          inputs: task["inputs"]?.bool ?? false, outputs: task["outputs"]?.bool ?? false,
          inputPath: data?["inputPath"]?.string, outputPath: data?["outputPath"]?.string) : nil,
      podTemplateName: task["podTemplateName"]?.string,
      override: task["overridePodTemplate"].map {
        body($0, primary: $0["primaryContainerName"]?.string ?? "")
      }, serviceAccount: serviceAccount,
      isInterruptible: task["interruptible"]?.bool ?? false,
      deviceClass: task["extendedResources"]?["gpuAccelerator"]?["deviceClass"]?.string)
  }

  /// The model's answer.
  enum Answer {
    /// A resource, and the pods in it.
    case resource(PlainValue, [RolePod])
    case error(String)
    case notModeled(String)
  }

  /// The answer for a release, as it is or with all its patches.
  func answer(on release: String, isPatched: Bool) -> Answer {
    guard let found = Release.named(release) else { return .notModeled("no release \(release)") }
    var behaviors = found.behaviors
    if isPatched {
      // The patches that are about a plugin's own pods are younger than the records.
      for patch in ModeledPatch.allCases where !patch.isOptIn && patch.plugin == nil {
        behaviors = behaviors.applying(patch)
      }
    }
    let model = FlyteModel(behaviors: behaviors, settings: settings)
    let store = TemplateStore(
      templates, defaultNamespace: defaultNamespace, behaviors: behaviors)
    if plugin == "container" {
      return container(model, store)
    }
    let result = model.resource(
      for: task, plugins: found.plugins, operators: operators, execution: execution,
      in: namespace, store: store)
    switch result {
    case nil: return .notModeled("\(plugin) is not modeled")
    case .success(let resource)?: return .resource(resource.value, resource.pods)
    case .failure(.crash)?: return .error("panic")
    case .failure(.message(let text))?: return .error(text)
    }
  }

  /// The pod of a container task, which is its own resource.
  private func container(_ model: FlyteModel, _ store: TemplateStore) -> Answer {
    let task = model.read(shape)
    switch model.pod(for: task, in: namespace, store: store) {
    case .failure(let error): return .error(error.message)
    case .success(let pod):
      let spec = model.sent(pod.spec, of: task)
      let sent = BuiltPod(
        metadata: model.metadata(of: pod, named: shape.executionName, execution: execution),
        spec: spec, primaryContainer: pod.primaryContainer)
      return .resource(
        sent.manifest(in: namespace), [RolePod(.task, metadata: sent.metadata, spec: spec)])
    }
  }
}
