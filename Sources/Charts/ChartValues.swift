import Deployments
import Flyte
import Values
import YAMLTree

/// The values of an overlay's slots.
struct ChartValues {
  let deployment: Deployment

  var slots: TextMap<PlainValue> {
    var slots: TextMap<PlainValue> = [:]
    let copilot = deployment.settings["co-pilot"] ?? .empty
    let settings = deployment.settings.setting("co-pilot", to: nil)
    slots["settings"] = tpl(settings)
    slots["copilot"] = tpl(copilot)
    slots["webhook"] = tpl(deployment.webhook)
    slots["ray"] = tpl(deployment.ray)
    // A chart with keys of its own for the image takes it there, where its users look for it.
    let image = copilot["image"]?.string ?? ""
    // Where the values say it inline, they would win over the chart's own keys.
    let hasOwnKeys =
      !image.isEmpty && !image.contains("@") && !deployment.values.namesCopilotImageInline
    let inline = hasOwnKeys ? copilot.setting("image", to: nil) : copilot
    slots["inlineSettings"] = tpl(settings.setting("co-pilot", to: inline.isEmpty ? nil : inline))
    if hasOwnKeys { slots.merge(Self.image(image, as: "copilot")) { $1 } }
    if let image = deployment.image { slots.merge(Self.image(image, as: "flyte")) { $1 } }
    return slots
  }

  private static func image(_ text: String, as name: String) -> TextMap<PlainValue> {
    let reference = ImageReference(text)
    return [
      name + "Repository": .string(reference.repository),
      name + "Tag": .string(reference.tag ?? "latest"),
    ]
  }

  /// The same values for a place that the chart passes through Helm's `tpl`.
  private func tpl(_ tree: OriginTree) -> PlainValue? {
    guard !tree.isEmpty else { return nil }
    return Self.escaped(PlainValue(ordered: tree))
  }

  private static func escaped(_ value: PlainValue) -> PlainValue {
    switch value {
    case .string(let text): .string(escaped(text))
    case .list(let items): .list(items.map(escaped))
    case .mapping(let entries):
      .mapping(entries.map { PlainValue.Entry(escaped($0.key), escaped($0.value)) })
    case .null, .bool, .integer, .double: value
    }
  }

  /// `{{` begins an action in Helm's language; an action that prints it stands for it. Helm meets it
  /// inside of YAML, which may have quotes of its own around it and folds lines at blanks.
  private static func escaped(_ text: String) -> String {
    text.replacing("{{", with: "{{`{{`}}")
  }
}
