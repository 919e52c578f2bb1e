import Diagnostics
import PodAPI

/// Makes a manifest's value into one of the Pod API's types, as the API server decodes JSON: a wrong
/// type ends it, an unknown field or a key that stands twice is a complaint.
struct ManifestDecoder {
  /// The minor version whose types are decoded.
  let minor: Int
  /// The faults that keep the text from being an object of its kind.
  private(set) var faults: [Refusal] = []
  /// The faults that strict decoding refuses.
  private(set) var complaints: [Refusal] = []
  private var path: [FieldPath.Step] = []

  init(minor: Int) { self.minor = minor }

  /// A struct of a type, by its Go name.
  /// - Parameter base: what an earlier key of the same name said.
  mutating func decode(
    _ value: ManifestValue, as type: String, at steps: [FieldPath.Step],
    onto base: PodObject = PodObject()
  ) -> PodObject {
    guard let position = PodSchema.shipped.position(of: type) else { return base }
    path = steps
    defer { path = [] }
    return object(value, position, onto: base) ?? base
  }

  /// Notes an unknown field at the top of an object.
  mutating func complain(_ step: FieldPath.Step, _ message: String) {
    complaints.append(Refusal(field: FieldPath(path + [step]), kind: .invalid, message: message))
  }

  private mutating func fail(_ message: String) {
    faults.append(Refusal(field: FieldPath(path), kind: .invalid, message: message))
  }

  /// - Parameter base: what an earlier key of the same name said; its fields stay.
  private mutating func object(
    _ value: ManifestValue, _ position: Int, onto base: PodObject
  ) -> PodObject? {
    if value == .null { return nil }
    guard case .mapping(let entries) = value else {
      fail("must be a mapping, not \(value.kindWords)")
      return nil
    }
    let type = PodSchema.shipped.types[position]
    var result = base
    var seen: Set<UInt16> = []
    for entry in entries {
      guard let name = FieldName(bytes: entry.key), let field = type[name], field.exists(in: minor)
      else {
        complain(.word(entry.key), "Kubernetes 1.\(minor) has no such field in \(type.name)")
        continue
      }
      if !seen.insert(name.rank).inserted { complain(.field(name), "appears twice") }
      path.append(.field(name))
      defer { path.removeLast() }
      if entry.value == .null {
        // It takes away what a pointer, a list or a map held, and leaves the others.
        if field.isPointer || field.kind.isReference { result[name] = nil }
        continue
      }
      guard let found = self.value(entry.value, field.kind, onto: result[name]) else { continue }
      result[name] = field.isPointer || !found.isZero(as: field.kind) ? found : nil
    }
    return result
  }

  private mutating func value(
    _ value: ManifestValue, _ kind: PodSchema.Kind, onto base: PodValue?
  ) -> PodValue? {
    switch (kind, value) {
    case (.object(let position), _):
      return object(value, position, onto: base?.object ?? PodObject()).map(PodValue.object)
    case (.list(let inner), .list(let items)):
      var values: [PodValue] = []
      for (index, item) in items.enumerated() {
        path.append(.index(index))
        // An entry that is null is Go's zero value of its type.
        values.append(item == .null ? inner.zero : self.value(item, inner, onto: nil) ?? inner.zero)
        path.removeLast()
      }
      return .list(values)
    case (.map(let inner), .mapping(let entries)):
      var map = base?.map ?? PodMap()
      for entry in entries {
        path.append(.key(entry.key))
        if entry.value == .null {
          map[entry.key] = inner.zero
        } else if let found = self.value(entry.value, inner, onto: nil) {
          map[entry.key] = found
        }
        path.removeLast()
      }
      return .map(map)
    default: return scalar(value, kind)
    }
  }

  private mutating func scalar(_ value: ManifestValue, _ kind: PodSchema.Kind) -> PodValue? {
    switch (kind, value) {
    case (.bool, .bool(let flag)): return .bool(flag)
    case (.string, .string(let text)), (.intOrString, .string(let text)), (.any, .string(let text)):
      return .string(text)
    case (.int32, .number(let digits)), (.intOrString, .number(let digits)):
      if let number = Int32(digits) { return .integer(Int64(number)) }
    case (.int64, .number(let digits)):
      if let number = Int64(digits) { return .integer(number) }
    case (.quantity, .string(let text)), (.quantity, .number(let text)):
      if let quantity = ServerQuantity(text) { return .string(quantity.text) }
    case (.time, .string(let text)): return time(text)
    case (.any, _): return .string("")
    default: break
    }
    fail("takes \(kind.words), not \(value.kindWords)")
    return nil
  }

  private mutating func time(_ text: String) -> PodValue? {
    guard let time = ServerTime(text) else {
      fail("must be a time such as 2026-01-31T12:00:00Z, not \(quoted: text)")
      return nil
    }
    return .string(time.text)
  }
}

extension PodValue {
  /// True if it is Go's zero value of a type: an empty text is none where a number could stand.
  fileprivate func isZero(as kind: PodSchema.Kind) -> Bool {
    switch (kind, self) {
    case (.intOrString, .string): false
    case (.quantity, .string(let text)): text == "0"
    default: isZero
    }
  }
}

extension FieldName {
  /// The field whose name has exactly these bytes.
  init?(bytes text: String) {
    self.init(text)
    guard self.text == text else { return nil }
  }
}

extension PodSchema.Kind {
  /// True if Go holds it by a reference that null clears.
  var isReference: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }

  /// The values that it takes, in words.
  var words: String {
    switch self {
    case .bool: "true or false"
    case .int32, .int64: "a whole number"
    case .string, .any: "a string"
    case .quantity: "a quantity"
    case .intOrString: "a whole number or a string"
    case .time: "a time"
    case .object, .map: "a mapping"
    case .list: "a list"
    }
  }
}

extension ManifestValue {
  /// Its kind, in words.
  var kindWords: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let digits): "the number \(digits)"
    case .string(let text): "the string \(quoted: text)"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension ManifestDecoder {
  /// A list of structs of a type; nil where it is none.
  mutating func decode(list value: ManifestValue, as type: String) -> [PodValue]? {
    switch value {
    case .null: return []
    case .list(let items):
      let decoded = items.map { PodValue.object(decode($0, as: type, at: [])) }
      return faults.isEmpty ? decoded : nil
    default: return nil
    }
  }
}
