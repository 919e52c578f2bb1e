// What containers ask for and may use.

extension ValidationPass {
  mutating func resources(_ container: PodObject, _ path: () -> String) {
    guard let resources = container[.resources]?.object else { return }
    let limits = resources[.limits]?.map
    for field in Self.amounts {
      for entry in resources[field]?.map?.entries ?? [] {
        func place() -> String { "\(path()).resources.\(field.text)[\(entry.key)]" }
        if !Self.isResource(entry.key) { refuse(place(), "is not a resource of containers") }
        guard let amount = entry.value.string else { continue }
        if Quantity.isNegative(amount) { refuse(place(), "cannot be negative") }
        guard field == .requests else { continue }
        let limit = limits?[entry.key]?.string
        if let limit, Quantity.exceeds(amount, limit) { refuse(place(), "is above the limit") }
        // What a node cannot give twice is asked for as it is limited.
        guard !Self.canBeOvercommitted(entry.key) else { continue }
        if limit.map({ Quantity.exceeds($0, amount) }) ?? true {
          refuse(place(), "must be the same as the limit")
        }
      }
    }
  }

  private static let amounts: [FieldName] = [.limits, .requests]
  private static let own = ["cpu", "memory", "ephemeral-storage"]
  private static let pages = "hugepages-"

  private static func isResource(_ name: String) -> Bool {
    if own.contains(name) { return true }
    guard ObjectNames.isQualified(name) else { return false }
    return name.utf8.contains(UInt8(ascii: "/")) || name.hasPrefix(pages)
  }

  private static func canBeOvercommitted(_ name: String) -> Bool {
    if own.contains(name) { return true }
    let isNative =
      !name.utf8.contains(UInt8(ascii: "/")) || name.contains("kubernetes.io/")
    return isNative && !name.hasPrefix(pages)
  }
}
