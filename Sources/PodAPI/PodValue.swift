/// A value of the Pod API as Go's types hold it, without what JSON leaves open.
///
/// Canonical form: a field that is not a pointer and has Go's zero value (`""`, `0`, `false`, an
/// empty list or map, a struct of nothing but zeros) is absent; a pointer field that is set is
/// present even where it points at a zero value. Two values are therefore equal exactly when Go's
/// would be.
public enum PodValue: Sendable, Hashable {
  case bool(Bool)
  case integer(Int64)
  /// Strings, quantities and times alike; a quantity is in Kubernetes' canonical spelling.
  case string(String)
  case list([PodValue])
  /// A map with keys of the user's own: labels, annotations, limits.
  case map(PodMap)
  /// A struct of the API.
  case object(PodObject)

  /// The flag, when this is one.
  @inlinable public var bool: Bool? {
    if case .bool(let flag) = self { return flag }
    return nil
  }

  /// The number, when this is one.
  @inlinable public var integer: Int64? {
    if case .integer(let number) = self { return number }
    return nil
  }

  /// The text, when this is one.
  @inlinable public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The items, when this is a list; else none.
  @inlinable public var items: [PodValue] {
    if case .list(let items) = self { return items }
    return []
  }

  /// The map, when this is one.
  @inlinable public var map: PodMap? {
    if case .map(let map) = self { return map }
    return nil
  }

  /// The struct, when this is one.
  @inlinable public var object: PodObject? {
    if case .object(let object) = self { return object }
    return nil
  }
}
