import Deployments
import Values

/// The profiles and the claim of each distinct template, from `setup.yaml`.
struct ClaimTable {
  struct Entry {
    let number: Int
    let profiles: [String]
    let claim: Claim?
    /// The namespaces that have it; empty if the name is enough.
    let namespaces: TextSet
  }

  private var entries: TextMap<[Entry]> = [:]

  init(_ templates: PlainValue?) {
    for (number, value) in (templates?.items ?? []).enumerated() {
      guard let name = value["name"]?.string else { continue }
      entries[name, default: []].append(
        Entry(
          number: number, profiles: (value["profiles"]?.items ?? []).compactMap(\.string),
          claim: Self.claim(value["podSecurity"]),
          namespaces: TextSet((value["namespaces"]?.items ?? []).compactMap(\.string))))
    }
  }

  private static func claim(_ value: PlainValue?) -> Claim? {
    guard let level = value?["level"]?.string else { return nil }
    let version = value?["version"]?.string ?? "latest"
    let minor = version.hasPrefix("v1.") ? Int(version.dropFirst(3)) : nil
    return Claim(level: level, minor: minor, origin: .tool)
  }

  /// The entry of a template in a namespace: the one that names it, or one of those that name none,
  /// which make the same claim and may have other profiles.
  func entry(of template: String, in namespace: String) -> Entry? {
    let own = entries[template] ?? []
    if let named = own.first(where: { $0.namespaces.contains(namespace) }) { return named }
    let rest = own.filter(\.namespaces.isEmpty)
    guard let first = rest.first else { return own.first }
    return rest.count == 1
      ? first
      : Entry(number: first.number, profiles: [], claim: first.claim, namespaces: [])
  }
}
