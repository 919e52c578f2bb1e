import Flyte
import JSONText
import PodAPI
import Testing
import Values

/// A cluster for one test, written as JSON.
struct Cluster {
  let model: FlyteModel
  let store: TemplateStore

  /// - Parameters:
  ///   - template: the spec of the default template; nil: there is none.
  ///   - section: `plugins.k8s`, beside the default template's name.
  init(
    _ release: String, patches: [ModeledPatch] = [], template: String? = nil, section: String = "{}"
  ) throws {
    let behaviors = patches.reduce(try #require(Release.named(release)).behaviors) {
      $0.applying($1)
    }
    var settings = PluginSettings(reading: try JSONReader.read(section.utf8))
    settings.defaultPodTemplateName = "flyte-default"
    model = FlyteModel(behaviors: behaviors, settings: settings)
    let templates = try template.map {
      [
        StoredTemplate(
          name: "flyte-default", namespace: "flyte", metadata: PodObject(), spec: try podSpec($0))
      ]
    }
    store = TemplateStore(templates ?? [], defaultNamespace: "flyte", behaviors: behaviors)
  }

  /// The pod of a task on the cluster's store.
  func pod(_ task: TaskShape) throws -> BuiltPod {
    try model.pod(for: task, in: "snacks-development", store: store).get()
  }

  /// A container of the task's pod, as JSON has it.
  func container(_ name: String, of task: TaskShape) throws -> PlainValue {
    let spec = try pod(task).spec
    let all = (spec[.containers]?.items ?? []) + (spec[.initContainers]?.items ?? [])
    return try #require(all.compactMap(\.object).first { $0[.name]?.string == name }).plain
  }
}

/// A spec written as JSON, as it is.
func podSpec(_ text: String) throws -> PodObject {
  PodDecoder(minor: 36).decode(try JSONReader.read(text.utf8), as: "PodSpec")
}

/// A pod task; `main` is the task.
func podTask(_ text: String, copilot: TaskShape.Data? = nil) throws -> TaskShape {
  TaskShape(
    .pod(TaskShape.PodBody(spec: try podSpec(text), primaryContainer: "main")), copilot: copilot)
}

/// A container task.
func containerTask(_ copilot: TaskShape.Data? = nil, template: String? = nil) -> TaskShape {
  TaskShape(.container(image: "task:1"), copilot: copilot, podTemplateName: template)
}

extension TaskShape.Data {
  static let both = TaskShape.Data(inputs: true, outputs: true)
}
