import Deployments
import Flyte
import PodAPI
import Reports
import Values

extension FindingRule {
  static let settingBeatsTemplate = FindingRule(
    kind: .settingBeatsTemplate,
    meaning:
      "A setting of `plugins.k8s` and a PodTemplate set the same field to different values. Flyte merges its settings over every PodTemplate, so the setting wins in every namespace.",
    fix: "Remove the field from the setting, or set the same value in both."
  ) { context in
    guard !context.behaviors.ignoresTemplates else { return [] }
    return context.lines.flatMap { line in
      SettingClash.all(line, context).map { clash in
        let setting = clash.setting.joined(separator: ".")
        let place = context.deployment.settings[path: clash.setting].flatMap {
          ReportPlace($0.origin)
        }
        return Finding(
          scope: line.scope,
          words:
            "the setting '\(setting): \(clash.winner)' beats '\(clash.path.joined(separator: ".")): \(clash.loser)' of the PodTemplate\(place.map { " (\($0.description))" } ?? "")",
          fix: "remove '\(setting)' from the settings, or set the same value in both",
          container: clash.container, place: ReportPlace(clash.origin))
      }
    }
  }
}
