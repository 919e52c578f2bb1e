import Flyte
import Origins
import Setup

/// The volumes and mounts that co-pilot adds to its tasks: a template that has them too would make
/// two of one name, or two at one path, for which the API server refuses every such pod.
struct CopilotPlaces {
  private let volumes: [(name: String, key: String)]
  private let paths: [(path: String, key: String)]
  private let isMerged: Bool

  init(settings: PluginSettings, behaviours: Behaviours) {
    let copilot = settings.copilot
    volumes = [
      (copilot.inputVolume, "inputVolumeName"), (copilot.outputVolume, "outputVolumeName"),
    ]
    paths = [
      (copilot.inputPath, "defaultInputPath"), (copilot.outputPath, "defaultOutputPath"),
    ]
    isMerged = !behaviours.ignoresTemplates
  }

  /// What of a template meets them.
  func clashes(with template: TemplateSetup) -> [TemplateFinding] {
    guard isMerged else { return [] }
    let lists = ["containers", "initContainers"].flatMap { template.spec[$0]?.items ?? [] }
    let mounts = lists.flatMap { $0["volumeMounts"]?.items ?? [] }
    return named(template.spec["volumes"]?.items ?? []) + mounted(mounts)
  }

  private func named(_ items: [OriginTree]) -> [TemplateFinding] {
    items.compactMap { item in
      guard let name = item["name"], let found = volumes.first(where: { $0.name == name.string })
      else { return nil }
      return TemplateFinding(
        subject: "co-pilot adds a volume '\(found.name)' of its own", field: "name",
        reason: "with this one there are two, and the API server refuses the pod",
        origin: name.origin, hint: "rename this one, or set 'copilot.\(found.key)'")
    }
  }

  private func mounted(_ items: [OriginTree]) -> [TemplateFinding] {
    items.compactMap { item in
      guard let path = item["mountPath"], let found = paths.first(where: { $0.path == path.string })
      else { return nil }
      return TemplateFinding(
        subject: "co-pilot mounts its own volume at '\(found.path)'", field: "mountPath",
        reason: "with this one there are two, and the API server refuses the pod",
        origin: path.origin, hint: "mount this one elsewhere, or set 'copilot.\(found.key)'")
    }
  }
}
