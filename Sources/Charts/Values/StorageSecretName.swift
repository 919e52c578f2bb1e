import Values

/// The Secret with co-pilot's storage configuration, whose name flyte-binary of v2.0.41 and later writes
/// into `plugins.k8s` where its storage needs a key.
struct StorageSecretName {
  let values: OriginTree
  let layout: ChartLayout
  let text: TemplateText

  /// The name; `null` where there is no such Secret, nil where the chart makes none in any case.
  var name: OriginTree? {
    guard let storage = layout.storage else { return nil }
    let configuration = values[path: storage.configuration] ?? .empty
    if let own = configuration[path: ["co-pilot", "storageSecretRef"]], !isBlank(own) {
      return text.printed(own.string ?? "").map { own.holding(.string($0)) } ?? own
    }
    guard needsKey(configuration) else {
      return OriginTree(.null, origin: configuration["storage"]?.origin ?? .tool)
    }
    return .string("\(fullName(storage.chart))-copilot-storage-config-secret")
  }

  private func needsKey(_ configuration: OriginTree) -> Bool {
    let storage = configuration["storage"] ?? .empty
    let provider = storage["provider"]?.string ?? "s3"
    let own = storage[path: ["providerConfig", provider]] ?? .empty
    let hasKey =
      switch provider {
      case "s3": own["authType"]?.string == "accesskey" && !isBlank(own["secretKey"])
      case "azure": !isBlank(own["key"])
      default: false
      }
    return hasKey || configuration[path: ["inline", "storage"]] != nil
  }

  private func isBlank(_ tree: OriginTree?) -> Bool { tree?.string?.isEmpty ?? true }

  /// The name that the chart gives its objects, in a Helm release with the chart's name.
  private func fullName(_ chart: String) -> String {
    if let name = values["fullnameOverride"]?.string, !name.isEmpty { return name }
    guard let name = values["nameOverride"]?.string, !name.isEmpty, !chart.contains(name) else {
      return chart
    }
    return "\(chart)-\(name)"
  }
}
