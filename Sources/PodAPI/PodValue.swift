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

  /// Returns whether the values are the same, texts byte for byte.
  public static func == (left: PodValue, right: PodValue) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Feeds the value to a hasher, texts byte for byte.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .string(let text): text.hashBytes(into: &hasher)
    case .list(let items): hasher.combine(items)
    case .map(let map): hasher.combine(map)
    case .object(let object): hasher.combine(object)
    }
  }

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
