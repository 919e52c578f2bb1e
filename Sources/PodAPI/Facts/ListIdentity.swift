/// The identity of list entries when one list is applied on top of another.
public enum ListIdentity: Sendable, Hashable {
  /// By the values of some fields: Kubernetes' own merge keys.
  case keyed(ListKey)
  /// They are not: the upper list is appended.
  case appended
  /// They are not: the upper list replaces the lower.
  case replaced

  /// The rule for the lists under a field; a name stands for the same in every type that has it.
  public static func of(_ field: String) -> ListIdentity {
    switch field {
    case "volumes", "env", "containers", "initContainers", "imagePullSecrets", "resourceClaims",
      "claims", "sysctls", "schedulingGates":
      .keyed(ListKey("name"))
    case "volumeMounts": .keyed(ListKey("mountPath"))
    case "volumeDevices": .keyed(ListKey("devicePath"))
    case "ports": .keyed(ListKey("containerPort", "protocol", defaults: ["protocol": "TCP"]))
    case "hostAliases": .keyed(ListKey("ip"))
    case "topologySpreadConstraints": .keyed(ListKey("topologyKey", "whenUnsatisfiable"))
    case "tolerations": .appended
    default: .replaced
    }
  }
}

/// The fields that Kubernetes tells the entries of a list apart by.
public struct ListKey: Sendable, Hashable, CustomStringConvertible {
  /// The fields, of which an entry must have the first.
  public let fields: [String]
  /// The value that the API server takes for a field that is left out, by the field's name.
  public let defaults: TextMap<ByteText>

  init(_ fields: String..., defaults: TextMap<ByteText> = [:]) {
    self.fields = fields
    self.defaults = defaults
  }

  /// The fields' names, joined.
  public var description: String { fields.joined(separator: " and ") }
}
