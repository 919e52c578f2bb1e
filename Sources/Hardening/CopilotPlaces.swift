import Deployments
import Flyte
import Values

/// The volumes and mounts that co-pilot adds to its tasks: a template that has them too would make
/// two of one name, or two at one path, for which the API server refuses every such pod.
struct CopilotPlaces {
  /// A name or a path of co-pilot's, and the config's key for it, where there is one.
  private typealias Place = (value: String, key: String?)

  private let volumes: [Place]
  /// In the task's own container and in co-pilot's.
  private let paths: [Place]
  /// In co-pilot's containers only, which are init containers wherever there are such paths.
  private let initPaths: [Place]
  private let isMerged: Bool

  init(settings: PluginSettings, behaviors: Behaviors) {
    let copilot = settings.copilot
    let readsSecret = behaviors.readsStorageSecret && !copilot.storageSecret.isEmpty
    volumes =
      [(copilot.inputVolume, "inputVolumeName"), (copilot.outputVolume, "outputVolumeName")]
      + (readsSecret ? [(PluginSettings.Copilot.storageVolume, nil)] : [])
    initPaths = readsSecret ? [(PluginSettings.Copilot.storagePath, nil)] : []
    paths = [
      (copilot.inputPath, "defaultInputPath"), (copilot.outputPath, "defaultOutputPath"),
    ]
    isMerged = !behaviors.ignoresTemplates
  }

  /// The parts of a template that clash with them.
  func clashes(with template: PodTemplate) -> [TemplateFinding] {
    guard isMerged else { return [] }
    func mounts(_ list: String) -> [OriginTree] {
      // Containers of the template's own have mounts of their own.
      let laid = (template.spec[list]?.items ?? []).filter {
        ["default", "primary", "default-init"].contains($0["name"]?.string)
      }
      return laid.flatMap { $0["volumeMounts"]?.items ?? [] }
    }
    return named(template.spec["volumes"]?.items ?? [])
      + mounted(mounts("containers") + mounts("initContainers"), paths)
      + mounted(mounts("initContainers"), initPaths)
  }

  private func named(_ items: [OriginTree]) -> [TemplateFinding] {
    items.compactMap { item in
      guard let name = item["name"], let found = volumes.first(where: { $0.value == name.string })
      else { return nil }
      return TemplateFinding(
        subject: "co-pilot adds its own volume '\(found.value)'", field: "name",
        reason: "the pod would have two, and the API server refuses it",
        origin: name.origin, hint: "rename this one" + Self.orSet(found.key))
    }
  }

  private static func orSet(_ key: String?) -> String {
    key.map { ", or set 'copilot.\($0)'" } ?? ""
  }

  private func mounted(_ items: [OriginTree], _ paths: [Place]) -> [TemplateFinding] {
    items.compactMap { item in
      guard let path = item["mountPath"],
        let found = paths.first(where: { $0.value == path.string })
      else { return nil }
      return TemplateFinding(
        subject: "co-pilot mounts its own volume at '\(found.value)'", field: "mountPath",
        reason: "the pod would have two, and the API server refuses it",
        origin: path.origin, hint: "mount this one elsewhere" + Self.orSet(found.key))
    }
  }
}
