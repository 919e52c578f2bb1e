import Values

/// Finds Flyte's settings in the values of a chart, wherever the chart wants them: `plugins.k8s`,
/// `plugins.ray` and `webhook`, and the image of co-pilot where the chart has keys of its own for it.
enum OverlaySettings {
  /// `plugins.k8s`.
  static func settings(in overlay: PlainValue) -> OriginTree {
    let found = values(at: ["plugins", "k8s"], in: overlay).map(unescaped)
    var settings = PlainValue.mapping([])
    for value in found { settings = laid(value, over: settings) }
    if settings["co-pilot"]?["image"] == nil, let image = copilotImage(in: overlay) {
      settings = laid(
        .mapping([.init("co-pilot", .mapping([.init("image", .string(image))]))]), over: settings)
    }
    return OriginTree(settings)
  }

  /// `plugins.ray`.
  static func ray(in overlay: PlainValue) -> OriginTree {
    let found = values(at: ["plugins", "ray"], in: overlay).first { !$0.entries.isEmpty }
    return found.map { OriginTree(unescaped($0)) } ?? .empty
  }

  /// `webhook`.
  static func webhook(in overlay: PlainValue) -> OriginTree {
    let found = values(at: ["webhook"], in: overlay).first { !$0.entries.isEmpty }
    return found.map { OriginTree(unescaped($0)) } ?? .empty
  }

  private static func values(at path: [String], in tree: PlainValue) -> [PlainValue] {
    if let found = path.reduce(tree as PlainValue?, { $0?[$1] }) { return [found] }
    return tree.entries.flatMap { values(at: path, in: $0.value) }
  }

  private static func copilotImage(in overlay: PlainValue) -> String? {
    let image = values(at: ["co-pilot", "image"], in: overlay).first { !$0.entries.isEmpty }
    guard let repository = image?["repository"]?.string else { return nil }
    return image?["tag"]?.string.map { "\(repository):\($0)" } ?? repository
  }

  private static func laid(_ upper: PlainValue, over lower: PlainValue) -> PlainValue {
    guard case .mapping(let above) = upper, case .mapping(let below) = lower else { return upper }
    let kept = below.map { entry in
      PlainValue.Entry(
        entry.key, upper[entry.key].map { laid($0, over: entry.value) } ?? entry.value)
    }
    return .mapping(kept + above.filter { lower[$0.key] == nil })
  }

  /// A value without what keeps Helm from running it as a template.
  private static func unescaped(_ value: PlainValue) -> PlainValue {
    switch value {
    case .string(let text): .string(text.replacing("{{`{{`}}", with: "{{"))
    case .list(let items): .list(items.map(unescaped))
    case .mapping(let entries):
      .mapping(
        entries.map {
          PlainValue.Entry($0.key.replacing("{{`{{`}}", with: "{{"), unescaped($0.value))
        })
    case .null, .bool, .integer, .double: value
    }
  }
}
