import PodAPI

// mergo.Merge with WithOverride and WithAppendSlice, where nothing is shared: what a field holds by
// pointer and what it holds as a part then merge alike.

extension PodObject {
  /// This, and `source` merged onto it.
  func merged(with source: PodObject) -> PodObject {
    if source.isEmpty { return self }
    if isEmpty { return source }
    var result: [Field] = []
    result.reserveCapacity(fields.count + source.fields.count)
    var index = fields.startIndex
    for field in source.fields {
      while index < fields.endIndex, fields[index].name < field.name {
        result.append(fields[index])
        index += 1
      }
      if index < fields.endIndex, fields[index].name == field.name {
        result.append(Field(field.name, fields[index].value.merged(with: field.value)))
        index += 1
      } else {
        result.append(field)
      }
    }
    result.append(contentsOf: fields[index...])
    return PodObject(sorted: result)
  }
}

extension PodValue {
  /// This, and a value of the same type merged onto it.
  func merged(with source: PodValue) -> PodValue {
    switch (self, source) {
    case (.object(let object), .object(let other)): return .object(object.merged(with: other))
    case (.list(let items), .list(let more)):
      return items.isEmpty ? source : .list(items + more)
    case (.map(let map), .map(let other)):
      return .map(PodMap((map.entries + other.entries).map { ($0.key, $0.value) }))
    // An IntOrString: its kind is a field of its own, and the kind of a number is zero.
    case (.string, .integer): return self
    default: return source.isZero ? self : source
    }
  }
}
