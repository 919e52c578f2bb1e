public import Flyte
import Operators
import PodAPI
public import Values

/// The settings that Flyte reads: a chart's own, over them those of the user's values, and over them those
/// of an overlay.
public enum EffectiveSettings {
  /// Settings over those of a chart: mappings are merged, `null` takes away, all else is replaced, as Helm
  /// and Flyte's own reader do.
  public static func lay(_ said: OriginTree, over chart: PlainValue?) -> PlainValue {
    let upper = PlainValue(said)
    return chart.map { lay(upper, over: $0) } ?? upper
  }

  private static func lay(_ upper: PlainValue, over lower: PlainValue) -> PlainValue {
    guard case .mapping(let above) = upper, case .mapping(let below) = lower else { return upper }
    let kept = below.compactMap { entry -> PlainValue.Entry? in
      guard let said = upper[entry.key] else { return entry }
      return said == .null ? nil : PlainValue.Entry(entry.key, lay(said, over: entry.value))
    }
    return .mapping(kept + above.filter { lower[$0.key] == nil && $0.value != .null })
  }
}

extension Deployment {
  /// `plugins.k8s` as the overlay and the user's own values set it, each value with its place.
  public var saidSettings: OriginTree {
    said(settings, over: values.settings, under: values.laterSettings)
  }

  /// `webhook` as the overlay and the user's own values set it.
  public var saidWebhook: OriginTree {
    said(webhook, over: values.webhook, under: values.laterWebhook)
  }

  private func said(
    _ overlay: OriginTree, over values: OriginTree, under later: OriginTree
  ) -> OriginTree {
    // Of a configuration that is the user's own nothing is known.
    guard !self.values.isExternal else { return .empty }
    let both = values.isEmpty ? overlay : values.overlaid(by: overlay)
    return later.isEmpty ? both : both.overlaid(by: later)
  }

  /// `plugins.k8s` as Flyte reads it.
  public var effectiveSettings: PlainValue {
    EffectiveSettings.lay(saidSettings, over: values.isExternal ? nil : chartDefaults?.settings)
  }

  /// `webhook` as Flyte reads it, as far as the config, the values and the chart say anything of it.
  public var effectiveWebhook: PlainValue {
    EffectiveSettings.lay(saidWebhook, over: values.isExternal ? nil : chartDefaults?.webhook)
  }

  /// The settings of plugins that shape what operators are sent.
  public var operatorSettings: OperatorSettings {
    func known(_ section: OriginTree) -> PlainValue? {
      values.isExternal ? nil : PlainValue(section)
    }
    var settings = OperatorSettings(
      ray: known(values.ray.overlaid(by: ray)), spark: known(values.spark),
      apps: known(values.apps))
    settings.spark.crdHasTemplate = operators[.spark]?.takesTemplates ?? false
    return settings
  }

  /// The tasks that ask for an accelerator of a class with a PodTemplate in the settings: container tasks,
  /// and those of plugins whose operators are known, without those whose authors write pods. What an app
  /// asks for is no such resource.
  public var acceleratedTasks: [JudgedTask] {
    guard behaviors.readsDeviceClasses else { return [] }
    let classes = TextSet(pluginSettings.deviceClasses.keys).sorted().map { ByteText($0) }
    let plugins = StandardPluginTask.allCases.filter {
      operators[$0.plugin] != nil && !$0.hasOwnPods && $0.plugin != .apps
    }
    return classes.map { .accelerated($0) }
      + plugins.flatMap { plugin in classes.map { .plugin(plugin, deviceClass: $0) } }
  }

  /// The part of Flyte's settings that shapes pods.
  public var pluginSettings: PluginSettings {
    var settings = PluginSettings(reading: effectiveSettings)
    if let account = values.serviceAccount, !values.isExternal {
      settings.serviceAccount = account.value
    }
    return settings
  }
}
