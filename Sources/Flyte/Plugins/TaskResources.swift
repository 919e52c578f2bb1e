import PodAPI
import Values

/// Resources as flyteidl writes them: a list of names and amounts.
enum TaskResources {
  /// The `ResourceRequirements` that Flyte makes of them.
  static func requirements(_ value: PlainValue) -> PodObject {
    var result = PodObject()
    for (key, name) in [("requests", FieldName.requests), ("limits", .limits)] {
      let amounts = PodMap(
        (value[key]?.items ?? []).compactMap { entry in
          guard let resource = self.name(of: entry.text("name")) else { return nil }
          let amount = Quantity.canonical(entry.text("value"))
          return amount == "0" ? nil : (resource, .string(amount))
        })
      if !amounts.isEmpty { result[name] = .map(amounts) }
    }
    return result
  }

  private static func name(of resource: String) -> String? {
    switch resource {
    case "CPU": "cpu"
    case "MEMORY": "memory"
    case "GPU": "nvidia.com/gpu"
    case "EPHEMERAL_STORAGE": "ephemeral-storage"
    default: nil
    }
  }
}
