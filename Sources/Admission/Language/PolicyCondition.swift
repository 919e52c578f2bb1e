public import PodAPI

/// A condition on a pod or on one of its containers. A field that is missing answers no; nothing
/// here can fail on any pod.
public indirect enum PolicyCondition: Sendable, Hashable {
  /// Yes for every pod.
  case always
  /// The field is set.
  case has(PolicyPlace)
  /// The flag is set and true.
  case isTrue(PolicyPlace)
  /// The scalar is set and has this value.
  case equals(PolicyPlace, PodValue)
  /// The scalar is set and has one of these values.
  case isAmong(PolicyPlace, [PodValue])
  /// The number is set and in one of these ranges.
  case isWithin(PolicyPlace, [ClosedRange<Int64>])
  /// The list of numbers is set and has one that is in none of these ranges.
  case hasOutside(PolicyPlace, [ClosedRange<Int64>])
  /// The list of strings, or the keys of the map, has this one.
  case contains(PolicyPlace, ByteText)
  /// The list of strings has one that is not among these.
  case hasOther(PolicyPlace, than: [ByteText])
  /// The string begins with one of these.
  case startsWith(PolicyPlace, [ByteText])
  /// The pod has an annotation with a value other than these.
  case isAnnotated(PolicyAnnotation, otherThan: [ByteText])
  /// Some container of a list answers yes.
  case someContainer(PolicyContainers, PolicyCondition)
  /// The opposite.
  case not(PolicyCondition)
  /// All of them.
  case all([PolicyCondition])
  /// One of them at least.
  case any([PolicyCondition])
}

/// An annotation that says what a field says too.
public enum PolicyAnnotation: Sendable, Hashable {
  /// Of the pod, by its key.
  case pod(ByteText)
  /// Of the container: its name follows these words.
  case container(ByteText)
}

/// A list of containers of a pod.
public enum PolicyContainers: Sendable, Hashable, CaseIterable {
  case main, initial

  /// The field that has them.
  public var field: FieldName { self == .main ? .containers : .initContainers }

  /// Its place.
  var place: PolicyPlace { PolicyPlace(known: .pod, .spec, field) }
}

extension PolicyCondition {
  /// The condition without what says nothing: nested lists are one, lists of one are that one.
  var simplified: PolicyCondition {
    switch self {
    case .all(let parts):
      let flat = parts.map(\.simplified).filter { $0 != .always }.flatMap { part in
        if case .all(let inner) = part { return inner }
        return [part]
      }
      return flat.isEmpty ? .always : flat.count == 1 ? flat[0] : .all(flat)
    case .any(let parts):
      let flat = parts.map(\.simplified).flatMap { part in
        if case .any(let inner) = part { return inner }
        return [part]
      }
      return flat.contains(.always) ? .always : flat.count == 1 ? flat[0] : .any(flat)
    case .not(.not(let inner)): return inner.simplified
    case .not(let inner): return .not(inner.simplified)
    default: return self
    }
  }
}
