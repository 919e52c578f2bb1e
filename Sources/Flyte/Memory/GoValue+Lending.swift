import PodAPI

// Merges and copies after which two structs hold the same pointers.

extension GoValue {
  /// Merges a struct that lives on onto this: where this has a nil pointer, it gets the very pointer
  /// of `source`, so that later changes through either reach both.
  mutating func merge(lending source: inout GoValue, as type: PodSchema.ObjectType) {
    if case .shared(let place) = self {
      place.value.merge(lending: &source, as: type)
      return
    }
    if case .shared(let place) = source {
      merge(lending: &place.value, as: type)
      return
    }
    var target = GoStruct(self)
    var lender = GoStruct(source)
    lender.update { name, value in
      guard let field = type[name] else { return }
      if target[name] == nil {
        target[name] = value.lent(as: field)
      } else {
        target[name]?.merge(lending: &value, as: field)
      }
    }
    self = .part(target)
    source = .part(lender)
  }

  /// Merges a field that both have.
  private mutating func merge(lending source: inout GoValue, as field: PodSchema.Field) {
    // A pointer merged onto itself: its lists are doubled.
    if case .shared(let place) = self, case .shared(let other) = source, place === other {
      merge(source.podValue)
    } else if case .object(let position) = field.kind {
      merge(lending: &source, as: PodSchema.shipped.types[position])
    } else {
      merge(source.podValue)
    }
  }

  /// The value for a struct that lacks the field: the pointer itself; of a map a new one.
  private mutating func lent(as field: PodSchema.Field) -> GoValue {
    if field.isPointer { return becomeShared() }
    guard case .object(let position) = field.kind else { return .plain(podValue) }
    var result = GoValue.plain(.object(PodObject()))
    result.merge(lending: &self, as: PodSchema.shipped.types[position])
    return result
  }

  /// A copy of the struct as Go assigns structs: pointers and maps are the same from then on.
  mutating func shallowCopy(as type: PodSchema.ObjectType) -> GoValue {
    var object = GoStruct(self)
    object.update { name, value in
      guard let field = type[name] else { return }
      switch field.kind {
      case _ where field.isPointer: _ = value.becomeShared()
      case .map: _ = value.becomeShared()
      case .object(let position):
        _ = value.shallowCopy(as: PodSchema.shipped.types[position])
      default: break
      }
    }
    self = .part(object)
    return self
  }

  private mutating func becomeShared() -> GoValue {
    if case .shared = self { return self }
    self = .shared(GoPlace(self))
    return self
  }
}
