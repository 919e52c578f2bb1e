import Flyte
import PodAPI
public import Values

/// The settings that Flyte reads: those of a chart, and over them those of an overlay.
public enum EffectiveSettings {
  /// The settings of an overlay over those of a chart: mappings are merged, all else is replaced, as
  /// Helm and Flyte's own reader do.
  public static func lay(_ overlay: OriginTree, over chart: PlainValue?) -> PlainValue {
    let upper = PlainValue(overlay)
    return chart.map { lay(upper, over: $0) } ?? upper
  }

  private static func lay(_ upper: PlainValue, over lower: PlainValue) -> PlainValue {
    guard case .mapping(let above) = upper, case .mapping(let below) = lower else { return upper }
    let kept = below.map { entry in
      PlainValue.Entry(
        entry.key, upper[entry.key].map { lay($0, over: entry.value) } ?? entry.value)
    }
    return .mapping(kept + above.filter { lower[$0.key] == nil })
  }
}

extension Deployment {
  /// `plugins.k8s` as Flyte reads it.
  public var effectiveSettings: PlainValue {
    EffectiveSettings.lay(settings, over: chartDefaults?.settings)
  }

  /// `webhook` as Flyte reads it, as far as the config and the chart say anything of it.
  public var effectiveWebhook: PlainValue {
    EffectiveSettings.lay(webhook, over: chartDefaults?.webhook)
  }
}
