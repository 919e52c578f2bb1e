import PodAPI
public import Values

// A profile of policies as plain values, so that its policies can be made again from a file.

extension PolicyProfile {
  /// The profile as values; what it leaves open is left out.
  public var values: PlainValue {
    var entries: [PlainValue.Entry] = [.init("name", .string(name))]
    if let context = pod[.securityContext]?.object, !context.isEmpty {
      entries.append(.init("pod", context.plain))
    }
    let spec = PodHolding.fields.compactMap { name in
      pod[name].map { PlainValue.Entry(name.text, $0.plain) }
    }
    if !spec.isEmpty { entries.append(.init("spec", .mapping(spec))) }
    let roles = Role.allCases.compactMap { role in
      contexts[role].map { PlainValue.Entry(role.word, $0.plain) }
    }
    if !roles.isEmpty { entries.append(.init("containers", .mapping(roles))) }
    if let addable { entries.append(.init("addable", Self.list(addable))) }
    if dropsAll { entries.append(.init("dropsAll", .bool(true))) }
    entries.append(.init("copilotPrefix", .string(copilotPrefix)))
    let allowed = allowed.entries
    if !allowed.isEmpty { entries.append(.init("allow", .mapping(allowed))) }
    return .mapping(entries)
  }

  /// Reads it back; nil where it is not one.
  public init?(_ values: PlainValue, minor: Int) {
    guard let name = values["name"]?.string, let prefix = values["copilotPrefix"]?.string else {
      return nil
    }
    let decoder = PodDecoder(minor: minor)
    var contexts: [Role: PodObject] = [:]
    for entry in values["containers"]?.entries ?? [] {
      guard let role = Role.allCases.first(where: { $0.word == entry.key }) else { return nil }
      contexts[role] = decoder.decode(entry.value, as: "SecurityContext")
    }
    var pod = decoder.said(values["spec"] ?? .mapping([]))
    if let context = values["pod"] {
      pod[.securityContext] = .object(decoder.decode(context, as: "PodSecurityContext"))
    }
    self.init(
      name: name, pod: pod, contexts: contexts, addable: Self.texts(values["addable"]),
      dropsAll: values["dropsAll"] == .bool(true), copilotPrefix: prefix,
      allowed: AllowedValues(values["allow"]))
  }

  fileprivate static func list(_ texts: [ByteText]) -> PlainValue {
    .list(texts.map { .string($0.text) })
  }

  fileprivate static func texts(_ values: PlainValue?) -> [ByteText]? {
    values.map { $0.items.compactMap { item in item.string.map { ByteText($0) } } }
  }
}

extension PolicyProfile.Role {
  /// The name of the role in files.
  fileprivate var word: String {
    switch self {
    case .primary: "primary"
    case .main: "main"
    case .copilot: "copilot"
    case .initial: "init"
    case .initialCopilot: "initCopilot"
    }
  }
}

extension AllowedValues {
  fileprivate var entries: [PlainValue.Entry] {
    func ranges(_ ranges: [ClosedRange<Int64>]) -> PlainValue {
      .list(
        ranges.map {
          .list([.integer($0.lowerBound), .integer($0.upperBound)])
        })
    }
    return [
      users.map { .init("users", ranges($0)) }, groups.map { .init("groups", ranges($0)) },
      capabilities.map { .init("capabilities", PolicyProfile.list($0)) },
      registries.map { .init("registries", PolicyProfile.list($0)) },
    ].compactMap { $0 }
  }

  fileprivate init(_ values: PlainValue?) {
    func ranges(_ values: PlainValue?) -> [ClosedRange<Int64>]? {
      values.map { list in
        list.items.compactMap { item in
          guard case .integer(let first)? = item.items.first,
            case .integer(let last)? = item.items.last, first <= last
          else { return nil }
          return first...last
        }
      }
    }
    self.init(
      users: ranges(values?["users"]), groups: ranges(values?["groups"]),
      capabilities: PolicyProfile.texts(values?["capabilities"]),
      registries: PolicyProfile.texts(values?["registries"]))
  }
}
