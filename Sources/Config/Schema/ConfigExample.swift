extension ConfigSchema {
  /// A value that the schema takes, on one line, as the config would have it.
  var example: String {
    switch self {
    case .mapping(let keys):
      let required = keys.filter(\.isRequired)
      let shown = required.isEmpty ? Array(keys.prefix(1)) : required
      return "{ \(shown.map(\.line).joined(separator: ", ")) }"
    case .named(let rule, let inner): return "{ \(rule.example): \(inner.example) }"
    case .strings(let key, let value): return "{ \(key.example): \(value.example) }"
    case .list(let inner): return "[\(inner.example)]"
    case .oneOrMany(let inner), .removable(let inner): return inner.example
    case .text(let rule): return rule.example
    case .choice(let words), .choiceOrList(let words, _), .choiceOrMapping(let words, _):
      return words.first ?? "''"
    case .bool: return "true"
    case .podObject: return "{}"
    }
  }
}

extension ConfigSchema.Key {
  /// The key with its example.
  public var line: String { "\(name): \(example)" }
}

extension TextRule {
  /// A text that the rule takes, quoted where YAML would read another type.
  var example: String {
    switch self {
    case .any: "a-name"
    case .free: "any-text"
    case .path: "../flyte"
    case .dnsLabel: "flyte"
    case .dnsSubdomain: "flyte-default"
    case .profileName: "strict"
    case .labelKey: "team"
    case .labelValue: "research"
    case .image: "cr.flyte.org/flyteorg/flytecopilot:v1.15.3"
    case .quantity: "500m"
    case .integer: "1000"
    case .duration: "100s"
    case .containerPrefix: "flyte-copilot-"
    case .flyteVersion: "v1.15.3"
    case .kubernetesVersion: "\"1.31\""
    case .podSecurityVersion: "v1.31"
    case .idRange: "\"1000-1999\""
    case .idBlock, .idBlocks: "1000660000/10000"
    case .day: "2027-03-31"
    case .namespaceTemplate: "\"{{ project }}-{{ domain }}\""
    }
  }
}
