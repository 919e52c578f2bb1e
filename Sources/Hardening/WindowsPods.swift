import APIServer
import Diagnostics
import Flyte
import Origins
import PodAPI
import Setup

/// Windows pods that the API server refuses for what Flyte adds to them for co-pilot: fields that only
/// Linux has. Which these are, the model of each release tells.
struct WindowsPods {
  let release: Release
  let model: FlyteModel
  /// The API server.
  let kubernetes: ServerRelease

  /// What is refused of the pods of a template, which is itself taken.
  func findings(of template: TemplateSetup) -> [TemplateFinding] {
    guard template.isWindows, !model.behaviours.ignoresTemplates else { return [] }
    let fields = refused(template, model)
    guard !fields.isEmpty else { return [] }
    return [
      TemplateFinding(
        severity: .warning, id: .windowsRefused,
        subject: "the API server refuses the Windows pods of tasks whose data co-pilot moves",
        field: "os", reason: "Flyte \(release.name) sets \(Self.list(fields)) in them",
        origin: template.spec[path: ["os", "name"]]?.origin, hint: hint(for: template))
    ]
  }

  private static let namespace = "tasks"
  private static let task = TaskShape(
    .container(image: "task.invalid/image:v1"), copilot: .init(inputs: true, outputs: true))

  private func store(of template: TemplateSetup, _ model: FlyteModel) -> TemplateStore {
    let decoder = PodDecoder(minor: kubernetes.minor)
    let spec = PodDefaults.template(decoder.decode(PlainValue(template.spec), as: "PodSpec"))
    let stored = StoredTemplate(
      name: model.settings.defaultPodTemplateName, namespace: Self.namespace,
      metadata: PodObject(), spec: spec)
    return TemplateStore(
      [stored], defaultNamespace: Self.namespace, behaviours: model.behaviours)
  }

  /// The fields that the task's pod is refused for, each once, without their containers.
  private func refused(_ template: TemplateSetup, _ model: FlyteModel) -> [String] {
    let made = model.pod(for: Self.task, in: Self.namespace, store: store(of: template, model))
    guard case .success(let pod) = made else { return [] }
    let refusals = Server(kubernetes).prepare(
      podMetadata: pod.metadata, spec: PodDefaults.pod(pod.spec)
    ).refusals
    let fields = refusals.map { refusal in
      refusal.path.split(separator: ".").dropFirst().filter { !$0.contains("[") }
        .joined(separator: ".")
    }
    return fields.indices.filter { !fields[..<$0].contains(fields[$0]) }.map { fields[$0] }
  }

  /// The remedies, or the next release of the line, with which Flyte sets none of them.
  private func hint(for template: TemplateSetup) -> String {
    let other = "give those tasks a profile for Linux"
    func isTaken(_ behaviours: Behaviours) -> Bool {
      let model = FlyteModel(behaviours: behaviours, settings: self.model.settings)
      return refused(template, model).isEmpty
    }
    if let remedies = Self.sets.first(where: { set in
      isTaken(set.reduce(model.behaviours) { $0.applying($1) })
    }) {
      let word = remedies.count == 1 ? "remedy" : "remedies"
      return "deploy the \(word) \(Self.list(remedies.map(\.rawValue))), or \(other)"
    }
    let next = Release.all.first { later in
      later > release && later.line == release.line && !later.behaviours.ignoresTemplates
        && isTaken(later.behaviours)
    }
    return next.map { "move to \($0.name), which sets none, or \(other)" } ?? other
  }

  /// One remedy, or two.
  private static let sets: [[Remedy]] = {
    let all = Remedy.allCases.filter { !$0.isOptIn }
    return all.map { [$0] }
      + all.indices.flatMap { first in all[(first + 1)...].map { [all[first], $0] } }
  }()

  private static func list(_ fields: [String]) -> String {
    let quoted = fields.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension TemplateSetup {
  /// Whether its pods are for Windows.
  var isWindows: Bool { spec[path: ["os", "name"]]?.string == "windows" }
}
