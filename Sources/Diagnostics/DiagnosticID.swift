/// The stable name of a fault, `domain/what-is-wrong`, with what it means and how to mend it.
///
/// Each module declares its own in an extension (`static let unknownKey = …`) and lists them in
/// one array, from which the register of all faults is put together; wording may change, names
/// never do.
public struct DiagnosticID: Sendable, Hashable {
  /// `domain/what-is-wrong`.
  public let name: String
  /// One sentence: what the fault means.
  public let meaning: String
  /// One sentence in the imperative: how to mend it.
  public let fix: String

  /// Declares a fault.
  public init(_ name: String, meaning: String, fix: String) {
    self.name = name
    self.meaning = meaning
    self.fix = fix
  }

  /// Faults are the same when their names are.
  public static func == (left: DiagnosticID, right: DiagnosticID) -> Bool {
    left.name == right.name
  }

  /// Hashes the name alone.
  public func hash(into hasher: inout Hasher) { name.hashBytes(into: &hasher) }
}
