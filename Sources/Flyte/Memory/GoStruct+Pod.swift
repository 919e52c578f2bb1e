import PodAPI

extension GoStruct {
  /// What a Go program of an API version has in memory once it has decoded a struct: fields that
  /// the version does not know are gone.
  init(decoding object: PodObject, as type: PodSchema.ObjectType, minor: Int) {
    self.init(
      object.fields.compactMap { field in
        guard let known = type[field.name], known.exists(in: minor),
          let value = GoValue(decoding: field.value, as: known, minor: minor)
        else { return nil }
        return Field(name: field.name, value: value)
      })
  }

  /// The same with the type's name; a type that the table does not have decodes to nothing.
  init(decoding object: PodObject?, as type: String, minor: Int) {
    guard let object, let type = PodSchema.shipped[type] else {
      self.init()
      return
    }
    self.init(decoding: object, as: type, minor: minor)
  }

  /// The struct as a Pod value.
  var object: PodObject {
    PodObject(
      fields.compactMap { field in
        field.value.podValue.map { PodObject.Field(field.name, $0) }
      })
  }
}

extension GoValue {
  fileprivate init?(decoding value: PodValue, as field: PodSchema.Field, minor: Int) {
    let decoded: GoValue
    switch (field.kind, value) {
    case (.object(let position), .object(let object)):
      decoded = .object(
        GoStruct(decoding: object, as: PodSchema.shipped.types[position], minor: minor))
    case (.list(let kind), .list(let items)):
      decoded = .list(items.map { $0.dropping(of: kind, minor: minor) })
    case (.map, .map(let map)): decoded = .map(GoMap(map))
    default: decoded = .scalar(value)
    }
    self = field.isPointer ? .pointer(GoPointer(decoded)) : decoded
  }

  /// The value as a Pod value; nil where Go would leave it out.
  fileprivate var podValue: PodValue? {
    switch self {
    case .scalar(let value): return value
    case .list(let items): return items.isEmpty ? nil : .list(items)
    case .map(let map): return map.entries.isEmpty ? nil : .map(map.entries)
    case .object(let object):
      let result = object.object
      return result.isEmpty ? nil : .object(result)
    case .pointer(let pointer):
      if case .object(let object) = pointer.target { return .object(object.object) }
      return pointer.target.podValue
    }
  }
}

extension PodValue {
  /// Without the fields that an API version does not know.
  fileprivate func dropping(of kind: PodSchema.Kind, minor: Int) -> PodValue {
    switch (kind, self) {
    case (.object(let position), .object(let object)):
      let type = PodSchema.shipped.types[position]
      return .object(
        PodObject(
          object.fields.compactMap { field in
            guard let known = type[field.name], known.exists(in: minor) else { return nil }
            let value = field.value.dropping(of: known.kind, minor: minor)
            if !known.isPointer, value.isEmptyStruct { return nil }
            return PodObject.Field(field.name, value)
          }))
    case (.list(let element), .list(let items)):
      return .list(items.map { $0.dropping(of: element, minor: minor) })
    default: return self
    }
  }

  private var isEmptyStruct: Bool {
    if case .object(let object) = self { return object.isEmpty }
    return false
  }
}
