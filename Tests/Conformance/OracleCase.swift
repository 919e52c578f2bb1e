import Flyte
import PodAPI
import Values

/// A case of the oracle: a cluster's templates and settings, and a task.
struct OracleCase {
  let id: String
  let namespace: String
  let defaultNamespace: String
  let templates: [StoredTemplate]
  let settings: PluginSettings
  let task: TaskShape

  private static let decoder = PodDecoder(minor: 36)

  init(_ line: PlainValue) {
    id = line["id"]?.string ?? ""
    namespace = line["namespace"]?.string ?? ""
    defaultNamespace = line["defaultNamespace"]?.string ?? ""
    settings = PluginSettings(reading: line["plugins.k8s"] ?? .null)
    task = Self.task(line["task"] ?? .null)
    templates = (line["stored"]?.items ?? []).map { stored in
      let template = Self.decoder.decode(stored["template"] ?? .null, as: "PodTemplateSpec")
      return StoredTemplate(
        name: stored["metadata"]?["name"]?.string ?? "",
        namespace: stored["metadata"]?["namespace"]?.string ?? "",
        metadata: template[.metadata]?.object ?? PodObject(),
        spec: template[.spec]?.object ?? PodObject())
    }
  }

  /// A container task without data, which runs after the case's own.
  static let plainTask = TaskShape(
    .container(image: "task:1"), serviceAccount: serviceAccount)

  /// The service account that every execution of the oracle names.
  private static let serviceAccount = "default"

  private static func task(_ value: PlainValue) -> TaskShape {
    func map(_ key: String) -> PodMap {
      PodMap(
        (value[key]?.entries ?? []).map { (key: $0.key, value: .string($0.value.string ?? "")) })
    }
    func flag(_ key: String) -> Bool { value[key]?.bool ?? false }
    let pod = value["pod"].map {
      TaskShape.PodBody(
        spec: decoder.decode($0, as: "PodSpec"),
        primaryContainer: value["primaryContainer"]?.string ?? "", labels: map("labels"),
        annotations: map("annotations"))
    }
    let override = value["overridePod"].map {
      TaskShape.PodBody(
        spec: decoder.decode($0, as: "PodSpec"),
        primaryContainer: value["overridePrimaryContainer"]?.string ?? "")
    }
    return TaskShape(
      pod.map { .pod($0) } ?? .container(image: "task:1"),
      copilot: flag("copilot")
        ? TaskShape.Data(
          inputs: flag("inputs"), outputs: flag("outputs"), inputPath: "/var/inputs",
          outputPath: "/var/outputs") : nil,
      podTemplateName: value["podTemplateName"]?.string, override: override,
      serviceAccount: serviceAccount)
  }
}

/// A pod, or an error, without what the oracle leaves out.
struct OracleOutcome: Hashable {
  let error: String?
  let metadata: PodObject
  let spec: PodObject
  let primaryContainer: String

  /// As the oracle has it.
  init(_ value: PlainValue) {
    let decoder = PodDecoder(minor: 36)
    error = value["error"]?.string
    metadata = decoder.decode(value["metadata"] ?? .null, as: "ObjectMeta")
    spec = decoder.decode(value["spec"] ?? .null, as: "PodSpec")
    primaryContainer = value["primaryContainer"]?.string ?? ""
  }

  /// As the model has it.
  init(_ result: Result<BuiltPod, TaskError>) {
    switch result {
    case .success(let pod):
      error = nil
      metadata = pod.metadata
      spec = Self.kept(of: pod.spec)
      primaryContainer = pod.primaryContainer
    case .failure(let fault):
      error = fault.message
      metadata = PodObject()
      spec = PodObject()
      primaryContainer = ""
    }
  }

  /// The differences between two outcomes, a line each.
  static func differences(_ expected: OracleOutcome, _ got: OracleOutcome) -> [String] {
    guard expected != got else { return [] }
    func plain(_ outcome: OracleOutcome) -> PlainValue {
      .mapping([
        .init("error", outcome.error.map { .string($0) } ?? .null),
        .init("metadata", outcome.metadata.plain), .init("spec", outcome.spec.plain),
        .init("primaryContainer", .string(outcome.primaryContainer)),
      ])
    }
    return conformance.differences(plain(expected), plain(got))
  }

  private static let leftOut = ["env", "envFrom", "args", "command", "resources"]
    .map { FieldName(known: $0) }

  private static func kept(of spec: PodObject) -> PodObject {
    var result = spec
    for list in [FieldName.containers, .initContainers] {
      guard let items = spec[list]?.items else { continue }
      result[list] = .list(
        items.map { item in
          guard var container = item.object else { return item }
          for name in leftOut { container[name] = nil }
          return .object(container)
        })
    }
    let affinity = FieldName(known: "affinity")
    if spec[affinity]?.object?.isEmpty == true { result[affinity] = nil }
    return result
  }
}
