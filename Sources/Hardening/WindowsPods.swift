import APIServer
import Deployments
import Diagnostics
import Flyte
import PodAPI
import Values

/// Windows pods that the API server refuses for what Flyte adds to them for co-pilot: fields that only
/// Linux has. Which these are, the model of each release tells.
struct WindowsPods {
  let release: Release
  let model: FlyteModel
  /// The API server.
  let kubernetes: ServerRelease

  /// The refusals of the pods of a template that is itself accepted.
  func findings(of template: PodTemplate) -> [TemplateFinding] {
    guard template.isWindows, !model.behaviors.ignoresTemplates else { return [] }
    let fields = refused(template, model)
    guard !fields.isEmpty else { return [] }
    return [
      TemplateFinding(
        severity: .warning, id: .windowsRefused,
        subject: "the API server refuses the Windows pods of tasks whose data co-pilot moves",
        field: "os",
        reason: "Flyte \(release.name) sets \(fields.map { "'\($0)'" }.listed) in them",
        origin: template.spec[path: ["os", "name"]]?.origin, hint: hint(for: template))
    ]
  }

  private static let namespace = "tasks"
  private static let task = TaskShape(
    .container(image: "task.invalid/image:v1"), copilot: .init(inputs: true, outputs: true))

  private func store(of template: PodTemplate, _ model: FlyteModel) -> TemplateStore {
    let decoder = PodDecoder(minor: kubernetes.minor)
    let spec = PodDefaults.template(decoder.decode(PlainValue(template.spec), as: "PodSpec"))
    let stored = StoredTemplate(
      name: model.settings.defaultPodTemplateName, namespace: Self.namespace,
      metadata: PodObject(), spec: spec)
    return TemplateStore(
      [stored], defaultNamespace: Self.namespace, behaviors: model.behaviors)
  }

  /// The fields that the task's pod is refused for, each once, without their containers.
  private func refused(_ template: PodTemplate, _ model: FlyteModel) -> [String] {
    let made = model.pod(for: Self.task, in: Self.namespace, store: store(of: template, model))
    guard case .success(let pod) = made else { return [] }
    let refusals = Server(kubernetes).prepare(
      podMetadata: pod.metadata, spec: PodDefaults.pod(pod.spec)
    ).refusals
    let fields = refusals.map { refusal in
      refusal.path.split(separator: ".").dropFirst().filter { !$0.contains("[") }
        .joined(separator: ".")
    }
    var seen: TextSet = []
    return fields.filter { seen.insert($0).inserted }
  }

  /// The patches, or the next release of the line, with which Flyte sets none of them.
  private func hint(for template: PodTemplate) -> String {
    let other = "give those tasks a profile for Linux"
    func isTaken(_ behaviors: Behaviors) -> Bool {
      let model = FlyteModel(behaviors: behaviors, settings: self.model.settings)
      return refused(template, model).isEmpty
    }
    if let patches = Self.sets.first(where: { set in
      isTaken(set.reduce(model.behaviors) { $0.applying($1) })
    }) {
      let word = patches.count == 1 ? "patch" : "patches"
      return "deploy the \(word) \(patches.map { "'\($0.rawValue)'" }.listed), or \(other)"
    }
    let next = Release.all.first { later in
      later > release && later.line == release.line && !later.behaviors.ignoresTemplates
        && isTaken(later.behaviors)
    }
    return next.map { "move to \($0.name), which sets none, or \(other)" } ?? other
  }

  /// One patch, or two.
  private static let sets: [[ModeledPatch]] = {
    let all = ModeledPatch.allCases.filter { !$0.isOptIn && $0.plugin == nil }
    return all.map { [$0] }
      + all.indices.flatMap { first in all[(first + 1)...].map { [all[first], $0] } }
  }()
}

extension PodTemplate {
  /// True if its pods are for Windows.
  var isWindows: Bool { spec[path: ["os", "name"]]?.string == "windows" }
}
