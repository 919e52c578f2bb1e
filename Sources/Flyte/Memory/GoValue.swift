import PodAPI

/// A value as it lies in a Go program's memory. What two values share, a change through one changes
/// in the other: Flyte's leaks between tasks come out of that and of nothing else.
///
/// Only what is really shared is held apart. Whatever one value alone can reach is plain, so a deep
/// copy of it costs nothing.
enum GoValue {
  /// A value that shares nothing.
  case plain(PodValue)
  /// A pointer, or a map, that others hold too.
  case shared(GoPlace)
  /// A struct of which some field is shared.
  case part(GoStruct)

  /// The value as it is now, sharing nothing.
  var podValue: PodValue {
    switch self {
    case .plain(let value): value
    case .shared(let place): place.value.podValue
    case .part(let object):
      .object(
        PodObject(
          sorted: object.fields.map { PodObject.Field($0.name, $0.value.podValue) }))
    }
  }

  /// True if nothing in it is shared.
  var isPlain: Bool {
    if case .plain = self { return true }
    return false
  }

  /// The struct as it is now; empty when it is none.
  var object: PodObject { podValue.object ?? PodObject() }

  /// A container's name.
  var name: String {
    switch self {
    case .plain(let value): value.object?[.name]?.string ?? ""
    case .shared(let place): place.value.name
    case .part(let object): object[.name]?.podValue.string ?? ""
    }
  }

  /// Merges a value that nobody else holds onto this.
  mutating func merge(_ source: PodValue) {
    switch self {
    case .plain(let value): self = .plain(value.merged(with: source))
    case .shared(let place): place.value.merge(source)
    case .part(var object):
      for field in source.object?.fields ?? [] {
        if object[field.name] == nil {
          object[field.name] = .plain(field.value)
        } else {
          object[field.name]?.merge(field.value)
        }
      }
      self = .part(object)
    }
  }
}

/// The target of a pointer or of a map variable.
final class GoPlace {
  /// The value there.
  var value: GoValue

  init(_ value: GoValue) { self.value = value }
}

/// A struct by its fields, in order of their names. Assigning it copies the struct as Go does: the
/// copy's pointers and maps are the original's.
struct GoStruct {
  /// One field that is not Go's zero value.
  struct Field {
    let name: FieldName
    var value: GoValue
  }

  private(set) var fields: [Field]

  /// The fields of a struct, wherever it lies.
  init(_ value: GoValue) {
    if case .part(let object) = value {
      self = object
    } else {
      fields = value.object.fields.map { Field(name: $0.name, value: .plain($0.value)) }
    }
  }

  /// The value of a field; nil when it is zero.
  subscript(name: FieldName) -> GoValue? {
    get { fields.first { $0.name == name }?.value }
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

  /// Changes every field.
  mutating func update(_ change: (FieldName, inout GoValue) -> Void) {
    for index in fields.indices { change(fields[index].name, &fields[index].value) }
  }
}
