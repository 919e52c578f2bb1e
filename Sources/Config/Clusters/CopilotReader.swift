import Diagnostics
import Flyte
import Model
import Values

/// Reads the co-pilot settings of a cluster, as far as its release reads them.
struct CopilotReader {
  let body: OriginTree
  /// The cluster's own values, without `clusterDefaults`.
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
    diagnostics.append(
      Diagnostic(
        isOwn ? .warning : .note, .settingUnread,
        "'\(entry.key)' is ignored: \(release.name) does not read '\(setting)'\(readers(setting))",
        at: entry.keyOrigin.span,
        hint: isOwn
          ? "remove it" + (Self.gone[setting].map { ": \($0)" } ?? "")
          : "move it from 'clusterDefaults' to the clusters whose Flyte reads it",
        fix: isOwn ? Fix(takingOut: entry.keyOrigin.span, .certain) : nil))
  }

  /// The releases nearest to this one that read a setting, in words.
  private func readers(_ setting: String) -> String {
    let first = Release.firstReading(copilotKey: setting)
    let since = Release.all.first { $0 >= first ?? $0 && !$0.isPrerelease } ?? first
    if let since, since > release { return "; \(since.name) is the first release that does" }
    let last = Release.all.last {
      $0 <= Release.lastReading(copilotKey: setting) ?? $0 && !$0.isPrerelease
    }
    if let last, last < release { return "; \(last.name) was the last release that did" }
    return ""
  }

  /// The successors of settings that Flyte no longer reads.
  private static let gone = [
    "start-timeout":
      "from v1.16.0 on the uploader does not wait for the task's process to start; 'timeout' is different: it limits how long an upload can take"
  ]

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
      .copilotClash, "co-pilot's inputs and outputs have the same \(what), '\(value)'",
      at: place.origin.span, hint: "use two different ones")
  }
}
