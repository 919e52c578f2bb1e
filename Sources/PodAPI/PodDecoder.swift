public import Values

/// Makes plain values into values of the Pod API, as Go's types of one version would hold them: a
/// field that the version does not know is dropped, a zero that is not pointed at is absent.
public struct PodDecoder: Sendable {
  /// Something that could not be taken as it was.
  public struct Fault: Sendable {
    /// The fault.
    public enum Kind: Sendable {
      /// No version has the field, or this one has not.
      case unknownField
      /// The value is of another type.
      case wrongType
    }

    /// The place: field names and list positions, joined by dots.
    public let path: String
    /// The fault.
    public let kind: Kind
  }

  /// Minor version of the API: 28 for k8s.io/api 0.28.
  public let minor: Int

  /// Makes a decoder.
  public init(minor: Int) { self.minor = minor }

  /// A decoder that knows every field of the newest version.
  public static let newest = PodDecoder(minor: PodSchema.minorVersions.upperBound)

  /// The value of a struct type, by its Go name; faults are added to `faults`.
  public func decode(
    _ value: PlainValue, as type: String, faults: inout [Fault]
  ) -> PodObject {
    guard let position = PodSchema.shipped.position(of: type) else { return PodObject() }
    return object(value, position, path: "", &faults) ?? PodObject()
  }

  /// The value of a struct type; what cannot be taken is left out.
  public func decode(_ value: PlainValue, as type: String) -> PodObject {
    var faults: [Fault] = []
    return decode(value, as: type, faults: &faults)
  }

  private func object(
    _ value: PlainValue, _ position: Int, path: String, _ faults: inout [Fault]
  ) -> PodObject? {
    guard case .mapping(let entries) = value else {
      if value != .null { faults.append(Fault(path: path, kind: .wrongType)) }
      return nil
    }
    let type = PodSchema.shipped.types[position]
    var fields: [PodObject.Field] = []
    fields.reserveCapacity(entries.count)
    for entry in entries {
      let place = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard let name = FieldName(entry.key), let field = type[name], field.exists(in: minor) else {
        faults.append(Fault(path: place, kind: .unknownField))
        continue
      }
      guard let found = self.value(entry.value, field.kind, path: place, &faults),
        field.isPointer || !found.isZero || field.kind.isText(found)
      else { continue }
      fields.append(PodObject.Field(name, found))
    }
    return PodObject(fields)
  }

  private func value(
    _ value: PlainValue, _ kind: PodSchema.Kind, path: String, _ faults: inout [Fault]
  ) -> PodValue? {
    if value == .null { return nil }
    switch (kind, value) {
    case (.object(let position), _):
      return object(value, position, path: path, &faults).map(PodValue.object)
    case (.list(let inner), .list(let items)):
      return .list(
        items.enumerated().map { index, item in
          // An item that is null is Go's zero value of its type.
          self.value(item, inner, path: "\(path).\(index)", &faults) ?? inner.zero
        })
    case (.map(let inner), .mapping(let entries)):
      return .map(
        PodMap(
          entries.compactMap { entry in
            self.value(entry.value, inner, path: "\(path).\(entry.key)", &faults)
              .map { (entry.key, $0) }
          }))
    case (.bool, .bool(let flag)): return .bool(flag)
    case (.int32, .integer(let number)), (.int64, .integer(let number)),
      (.intOrString, .integer(let number)):
      return .integer(number)
    case (.string, .string(let text)), (.intOrString, .string(let text)),
      (.time, .string(let text)), (.any, .string(let text)):
      return .string(text)
    case (.quantity, .string(let text)): return .string(Quantity.canonical(text))
    case (.quantity, .integer(let number)): return .string(Quantity.canonical("\(number)"))
    case (.quantity, .double(let number)): return .string(Quantity.canonical("\(number)"))
    default:
      faults.append(Fault(path: path, kind: .wrongType))
      return nil
    }
  }
}

extension PodSchema.Kind {
  /// True if a value is a text where a number could stand: even an empty one is no zero.
  fileprivate func isText(_ value: PodValue) -> Bool {
    if case (.intOrString, .string) = (self, value) { return true }
    return false
  }

  /// Go's zero value.
  public var zero: PodValue {
    switch self {
    case .bool: .bool(false)
    case .int32, .int64, .intOrString: .integer(0)
    case .string, .time, .any: .string("")
    case .quantity: .string("0")
    case .object: .object(PodObject())
    case .list: .list([])
    case .map: .map(PodMap())
    }
  }
}

extension PodValue {
  /// True if it is Go's zero value of its type; of structs, one of which nothing is set.
  public var isZero: Bool {
    switch self {
    case .bool(let flag): !flag
    case .integer(let number): number == 0
    case .string(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .map(let map): map.isEmpty
    case .object(let object): object.isEmpty
    }
  }

  /// The same value as YAML or JSON has it.
  public var plain: PlainValue {
    switch self {
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .string(let text): .string(text)
    case .list(let items): .list(items.map(\.plain))
    case .map(let map): .mapping(map.entries.map { .init($0.key, $0.value.plain) })
    case .object(let object): object.plain
    }
  }
}

extension PodObject {
  /// The same struct as YAML or JSON has it, fields in byte order.
  public var plain: PlainValue {
    .mapping(fields.map { PlainValue.Entry($0.name.text, $0.value.plain) })
  }
}
