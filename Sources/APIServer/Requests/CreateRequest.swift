/// A request to create an object.
public struct CreateRequest: Sendable {
  /// The object that is sent.
  public enum Body: Sendable {
    /// A value that was read already.
    case value(ManifestValue)
    /// The bytes of a manifest: JSON where they begin with `{`, else YAML.
    case text([UInt8])
  }

  /// The namespace that it is sent to.
  public let kind: RequestKind
  /// The namespace it is sent to.
  public let namespace: String
  /// The treatment of unknown fields.
  public let validation: FieldValidation
  /// The object that is sent.
  public let body: Body

  /// Makes a request.
  public init(
    kind: RequestKind, namespace: String = "default", validation: FieldValidation = .strict,
    body: Body
  ) {
    self.kind = kind
    self.namespace = namespace
    self.validation = validation
    self.body = body
  }
}
