import Diagnostics
import Flyte
import Model
import Origins

/// Reads the co-pilot settings of a cluster, as far as its release reads them.
struct CopilotReader {
  let body: OriginTree
  /// What the cluster says itself, beside `clusterDefaults`.
  let own: OriginTree
  let release: Release

  func read(into diagnostics: inout DiagnosticList) -> [CopilotSetting] {
    let settings = (body["copilot"]?.entries ?? []).compactMap { entry -> CopilotSetting? in
      let key = ConfigLanguage.copilotKeys.first { $0.key.name == entry.key }
      guard let key, !entry.value.isBroken else { return nil }
      guard release.reads(copilotKey: key.setting) else {
        unread(entry, key.setting, into: &diagnostics)
        return nil
      }
      return CopilotSetting(key: key.setting, value: entry.value)
    }
    let defaults = PluginSettings.Copilot()
    check(
      "volume", settings, ("input-vol-name", defaults.inputVolume),
      ("output-vol-name", defaults.outputVolume), into: &diagnostics)
    check(
      "path", settings, ("default-input-path", defaults.inputPath),
      ("default-output-path", defaults.outputPath), into: &diagnostics)
    return settings
  }

  /// A default is for clusters of every release; what a cluster says itself is meant for this one.
  private func unread(
    _ entry: OriginTree.Entry, _ setting: String, into diagnostics: inout DiagnosticList
  ) {
    let isOwn = own[path: ["copilot", entry.key]] != nil
    let first = Release.firstReading(copilotKey: setting)
    let since = Release.all.first { $0 >= first ?? $0 && !$0.name.contains("-b") } ?? first
    let reader = since.map { $0 > release ? "; \($0.name) is the first that does" : "" } ?? ""
    let successor = Release.successor(ofCopilotKey: setting).flatMap { successor in
      release.reads(copilotKey: successor)
        ? ConfigLanguage.copilotKeys.first { $0.setting == successor }?.key.name : nil
    }
    diagnostics.append(
      Diagnostic(
        isOwn ? .warning : .note, .settingUnread,
        "'\(entry.key)' is left out: \(release.name) does not read '\(setting)'\(reader)",
        at: entry.keyOrigin.span,
        hint: successor.map { "write '\($0)', which took its place" }))
  }

  /// Inputs and outputs are two volumes at two paths, or no pod of co-pilot's is let in.
  private func check(
    _ what: String, _ settings: [CopilotSetting], _ input: (key: String, value: String),
    _ output: (key: String, value: String), into diagnostics: inout DiagnosticList
  ) {
    func said(_ key: String) -> OriginTree? { settings.first { $0.key == key }?.value }
    let (first, second) = (said(input.key), said(output.key))
    let value = first?.string ?? input.value
    guard value == second?.string ?? output.value, let place = second ?? first else { return }
    diagnostics.error(
      .copilotClash, "co-pilot's inputs and outputs have one \(what), '\(value)'",
      at: place.origin.span, hint: "give each its own")
  }
}
