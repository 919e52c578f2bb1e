import Flyte

extension ConfigLanguage {
  /// The co-pilot keys of the config with Flyte's own below `plugins.k8s.co-pilot`.
  static let copilotKeys: [(key: ConfigSchema.Key, setting: String)] = [
    copilot("name", .text(.containerPrefix), "name", "The prefix of the container names."),
    copilot("image", .text(.image), "image", "The image of co-pilot."),
    copilot(
      "defaultInputPath", .text(.any), "default-input-path", example: "/var/flyte/inputs",
      "The path where inputs are mounted."),
    copilot(
      "defaultOutputPath", .text(.any), "default-output-path", example: "/var/flyte/outputs",
      "The path where outputs are mounted."),
    copilot(
      "inputVolumeName", .text(.dnsLabel), "input-vol-name", "The name of the input volume."),
    copilot(
      "outputVolumeName", .text(.dnsLabel), "output-vol-name", "The name of the output volume."),
    copilot(
      "startTimeout", .text(.duration), "start-timeout",
      "How long the uploader waits for the task to start."),
    copilot("timeout", .text(.duration), "timeout", "How long an upload can take."),
    copilot("cpu", .text(.quantity), "cpu", "The CPU request and limit."),
    copilot("memory", .text(.quantity), "memory", "The memory request and limit."),
    copilot(
      "storageConfigSecretName", .text(.dnsSubdomain), "storage-config-secret-name",
      "A Secret with the storage configuration."),
  ]

  private static func copilot(
    _ name: String, _ schema: ConfigSchema, _ setting: String, example: String? = nil,
    _ summary: String
  ) -> (key: ConfigSchema.Key, setting: String) {
    let key = ConfigSchema.Key(
      name, schema, default: .words("the chart's or Flyte's own"), since: readers(setting),
      example: example, summary)
    return (key, setting)
  }

  /// The releases that read a setting, in words; nil if all do.
  private static func readers(_ setting: String) -> String? {
    let names = Release.all.filter { !$0.isPrerelease && $0.reads(copilotKey: setting) }
    guard let first = names.first, let last = names.last else { return nil }
    if first != Release.all.first { return "Flyte \(first.name)" }
    return last == Release.all.last ? nil : "Flyte \(first.name) to \(last.name)"
  }
}
