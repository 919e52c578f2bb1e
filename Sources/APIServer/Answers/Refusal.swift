/// One thing that the API server refuses an object for. The words are this project's; the field and
/// the kind are the server's.
public struct Refusal: Sendable, Hashable {
  /// The class of the fault, as the server has it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case required, invalid, duplicate, notFound, forbidden, unsupported, tooMany, tooLong
  }

  /// The field, as the server says it. It leaves out numbers of entries, and spells some fields its
  /// own way.
  public let field: FieldPath
  /// Its real place.
  public let place: FieldPath
  /// The fault.
  public let kind: Kind
  /// The reason, and what to write instead.
  public let message: String

  /// Makes a refusal.
  /// - Parameter place: nil: where the server says.
  public init(field: FieldPath, place: FieldPath? = nil, kind: Kind, message: String) {
    self.field = field
    self.place = place ?? field
    self.kind = kind
    self.message = message
  }

  /// The field as the server prints it, `spec.containers[0].securityContext`.
  public var path: String { field.description }
}
