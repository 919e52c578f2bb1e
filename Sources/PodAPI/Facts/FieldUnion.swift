/// Fields of a struct that exclude each other: a volume has one source, a probe one handler.
public enum FieldUnion: Sendable, Hashable {
  /// One of these at most.
  case among([String])
  /// One at most beside these.
  case beside([String])
  /// A field that the meaning of the others depends on.
  case following(String)

  /// The fields that exclude each other in the structs under a field; nil where none do.
  public static func of(_ field: String) -> FieldUnion? {
    switch field {
    case "volumes", "resourceClaims": .beside(["name"])
    case "env": .among(["value", "valueFrom"])
    case "valueFrom": .beside([])
    case "livenessProbe", "readinessProbe", "startupProbe", "postStart", "preStop":
      .among(["exec", "grpc", "httpGet", "sleep", "tcpSocket"])
    case "seccompProfile", "appArmorProfile": .following("type")
    default: nil
    }
  }
}
