import PodAPI

/// A value as it lies in a Go program's memory: what two values share, a change through one changes
/// in the other. Flyte's leaks between tasks come out of that and of nothing else.
enum GoValue {
  /// A flag, number or text; never Go's zero value, unless a pointer leads to it.
  case scalar(PodValue)
  /// A slice. What is in it is never changed in place, so slices share nothing.
  case list([PodValue])
  /// A map: a reference, as in Go.
  case map(GoMap)
  /// A pointer.
  case pointer(GoPointer)
  /// A struct inside a struct, a part of it.
  case object(GoStruct)
}

/// What a pointer leads to.
final class GoPointer {
  /// The value there.
  var target: GoValue

  init(_ target: GoValue) { self.target = target }
}

/// What a map variable refers to.
final class GoMap {
  /// The entries.
  var entries: PodMap

  init(_ entries: PodMap) { self.entries = entries }
}

/// A struct: the fields that do not hold Go's zero value, in order of their names. Assigning it
/// copies the struct as Go does, so the copy's pointers and maps are the original's.
struct GoStruct {
  /// One field.
  struct Field {
    let name: FieldName
    var value: GoValue
  }

  private(set) var fields: [Field]

  init(_ fields: [Field] = []) { self.fields = fields }

  /// The value of a field; nil when it is zero.
  subscript(name: FieldName) -> GoValue? {
    get {
      for field in fields where !(field.name < name) {
        return field.name == name ? field.value : nil
      }
      return nil
    }
    set {
      let index = fields.firstIndex { !($0.name < name) } ?? fields.endIndex
      let found = index < fields.endIndex && fields[index].name == name
      switch (newValue, found) {
      case (let value?, true): fields[index].value = value
      case (let value?, false): fields.insert(Field(name: name, value: value), at: index)
      case (nil, true): fields.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// mergo.Merge with WithOverride and WithAppendSlice, of `source` onto this.
  mutating func merge(_ source: GoStruct) {
    var index = fields.startIndex
    fields.reserveCapacity(fields.count + source.fields.count)
    for field in source.fields {
      while index < fields.endIndex, fields[index].name < field.name { index += 1 }
      if index < fields.endIndex, fields[index].name == field.name {
        fields[index].value.merge(field.value)
      } else {
        fields.insert(Field(name: field.name, value: field.value.mergedOntoZero), at: index)
      }
      index += 1
    }
  }

  /// A copy that shares nothing.
  var deepCopy: GoStruct {
    GoStruct(fields.map { Field(name: $0.name, value: $0.value.deepCopy) })
  }
}

extension GoValue {
  /// A copy that shares nothing.
  var deepCopy: GoValue {
    switch self {
    case .scalar, .list: self
    case .map(let map): .map(GoMap(map.entries))
    case .pointer(let pointer): .pointer(GoPointer(pointer.target.deepCopy))
    case .object(let object): .object(object.deepCopy)
    }
  }

  /// What is left where this is merged onto nothing: a nil pointer becomes the very same pointer,
  /// a nil map a new one.
  fileprivate var mergedOntoZero: GoValue {
    switch self {
    case .scalar, .list, .pointer: return self
    case .map(let map): return .map(GoMap(map.entries))
    case .object(let object):
      var result = GoStruct()
      result.merge(object)
      return .object(result)
    }
  }

  fileprivate mutating func merge(_ source: GoValue) {
    switch (self, source) {
    case (.pointer(let place), .pointer(let other)):
      // Taken out first: both may be the same place.
      let value = other.target
      if !value.isZero { place.target.merge(value) }
    case (.map(let map), .map(let other)):
      for entry in other.entries.entries { map.entries[entry.key] = entry.value }
    case (.list(let items), .list(let more)): self = .list(items + more)
    case (.object(var object), .object(let other)):
      // Lets go of the struct, so that it is changed where it is.
      self = .list([])
      object.merge(other)
      self = .object(object)
    case (.scalar(.string), .scalar(.integer)):
      // An IntOrString: its kind is a field of its own, and the kind of a number is zero.
      break
    default: self = source
    }
  }

  /// Whether a pointer to this changes nothing when it is merged onto another.
  private var isZero: Bool {
    switch self {
    case .scalar(.bool(let flag)): !flag
    case .scalar(.integer(let number)): number == 0
    case .scalar(.string(let text)): text.isEmpty
    default: false
    }
  }
}
