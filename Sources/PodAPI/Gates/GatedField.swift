/// A field of the Pod API, or some values of it, that the API server keeps only where a feature gate
/// is on.
public struct GatedField: Sendable {
  /// What the API server does with the field of a new object while the gate is off.
  public enum Fate: Sendable, Hashable {
    /// It drops the field without a word.
    case dropped
    /// It drops the entry of a list that has the field, and what names that entry.
    case droppedWithEntry
  }

  /// The Go name of the struct that has the field, `PodSpec`.
  public let type: String
  /// The field.
  public let field: FieldName
  /// The gate.
  public let gate: FeatureGate
  /// What happens while the gate is off.
  public let fate: Fate

  /// The row of a field that a minor version drops or refuses with its default gates; nil where the
  /// field is kept.
  public static func closed(_ field: FieldName, of type: String, in minor: Int) -> GatedField? {
    let row = all.first { $0.field == field && $0.type == type }
    return row.flatMap { $0.gate.isOn(in: minor) ? nil : $0 }
  }
}
