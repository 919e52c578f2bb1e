import Origins

/// Fields of a struct that exclude each other: a volume has one source, a probe one handler. Where
/// the upper layer says one, it leaves no room for another one of the lower layer.
enum FieldUnion {
  /// One of these at most.
  case among([String])
  /// One at most beside these.
  case beside([String])
  /// What the others mean depends on this one.
  case following(String)

  /// The fields that exclude each other in the structs under a field.
  init?(field: String) {
    switch field {
    case "volumes", "resourceClaims": self = .beside(["name"])
    case "env": self = .among(["value", "valueFrom"])
    case "valueFrom": self = .beside([])
    case "livenessProbe", "readinessProbe", "startupProbe", "postStart", "preStop":
      self = .among(["exec", "grpc", "httpGet", "sleep", "tcpSocket"])
    case "seccompProfile", "appArmorProfile": self = .following("type")
    default: return nil
    }
  }

  /// What stays of the lower layer's entries.
  func room(
    for lower: [OriginTree.Entry], under upper: [OriginTree.Entry]
  ) -> [OriginTree.Entry] {
    let said = upper.filter { $0.value.content != .null }
    func without(_ excluded: (String) -> Bool) -> [OriginTree.Entry] {
      let chosen = Set(said.map(\.key).filter(excluded))
      return chosen.isEmpty ? lower : lower.filter { !excluded($0.key) || chosen.contains($0.key) }
    }
    switch self {
    case .among(let names): return without(names.contains)
    case .beside(let names): return without { !names.contains($0) }
    case .following(let name):
      guard let above = said.first(where: { $0.key == name }),
        let below = lower.first(where: { $0.key == name })
      else { return lower }
      return above.value.holdsSameValues(as: below.value) ? lower : []
    }
  }
}
