import Deployments
import Flyte
import Values

/// The settings that the chart makes of other values.
extension ValuesReading {
  /// Returns the keys that the chart itself writes into `plugins.k8s`, as far as the values change
  /// them.
  func chartSettings(_ defaults: ChartDefaults?) -> OriginTree {
    var copilot: TextMap<OriginTree> = [:]
    copilot["image"] = copilotImage(defaults)
    copilot["storage-config-secret-name"] =
      StorageSecretName(
        values: values, layout: layout, text: reader.text
      ).name
    return copilot.isEmpty ? .empty : .mapping(["co-pilot": .mapping(copilot)])
  }

  /// Co-pilot's image where the chart has keys of its own for it.
  private func copilotImage(_ defaults: ChartDefaults?) -> OriginTree? {
    guard let path = template.paths(ofSlot: "copilotRepository").first,
      let image = values[path: Array(path.dropLast())]
    else { return nil }
    if image.content == .null { return image }
    let (repository, tag) = (image["repository"], image["tag"])
    guard let said = tag ?? repository else { return nil }
    let own = defaults?.settings["co-pilot"]?["image"]?.string.map(ImageReference.init)
    let name = repository?.string ?? own?.repository ?? ""
    return OriginTree(
      .string("\(name):\(tag?.string ?? own?.tag ?? "")"), origin: said.origin)
  }

  /// The value that the chart prints for a slot.
  func located(slot: String) -> Located<String>? {
    template.paths(ofSlot: slot).first.flatMap { values[path: $0] }.flatMap { tree in
      tree.string.flatMap(reader.text.printed).map { Located($0, origin: tree.origin) }
    }
  }

  /// The service account of tasks without one: `flyteadmin.k8sServiceAccount` in v1, in v2
  /// `executor.defaultK8sServiceAccount` (v2.0.29).
  var serviceAccount: Located<String>? {
    let isFirst = reader.release.line == .v1
    guard isFirst || reader.release.readsDefaultServiceAccount else { return nil }
    let roots = isFirst ? [layout.admin] : layout.files.map(\.path)
    let keys =
      isFirst ? ["flyteadmin", "k8sServiceAccount"] : ["executor", "defaultK8sServiceAccount"]
    let all = roots.compactMap { root in
      keys.reduce(values[path: root]) { $0?[ignoringCase: $1] }
    }
    return all.last.flatMap { tree in
      tree.string.flatMap(reader.text.printed).flatMap {
        $0.isEmpty ? nil : Located($0, origin: tree.origin)
      }
    }
  }
}
