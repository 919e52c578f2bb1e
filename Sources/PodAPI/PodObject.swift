/// A struct of the Pod API: the fields that are set, sorted by name.
public struct PodObject: Sendable, Hashable {
  /// A field that is set.
  public struct Field: Sendable, Hashable {
    /// Its name.
    public let name: FieldName
    /// Its value.
    public var value: PodValue

    /// Makes a field.
    @inlinable
    public init(_ name: FieldName, _ value: PodValue) {
      self.name = name
      self.value = value
    }
  }

  /// The fields, in order of their names.
  public private(set) var fields: [Field]
  /// The bits of all fields. Most questions are about fields that are not set, and are answered by this
  /// alone.
  @usableFromInline private(set) var mask: UInt64

  /// A struct of which nothing is set.
  public init() {
    fields = []
    mask = 0
  }

  /// A struct of these fields, in any order; names are unique.
  public init(_ fields: [Field]) { self.init(sorted: fields.sorted { $0.name < $1.name }) }

  /// A struct of these fields, which are in order of their names.
  public init(sorted fields: [Field]) {
    self.fields = fields
    mask = Self.mask(of: fields)
  }

  private static func mask(of fields: [Field]) -> UInt64 {
    var mask: UInt64 = 0
    for index in fields.indices { mask |= fields[index].name.bit }
    return mask
  }

  /// The value of a field; nil when it is not set. Setting nil removes it.
  public subscript(name: FieldName) -> PodValue? {
    @inlinable get { mask & name.bit == 0 ? nil : value(of: name) }
    set {
      guard newValue != nil || mask & name.bit != 0 else { return }
      let index = fields.firstIndex { !($0.name < name) } ?? fields.endIndex
      let found = index < fields.endIndex && fields[index].name == name
      switch (newValue, found) {
      case (let value?, true): fields[index].value = value
      case (let value?, false):
        fields.insert(Field(name, value), at: index)
        mask |= name.bit
      case (nil, true):
        fields.remove(at: index)
        mask = Self.mask(of: fields)
      case (nil, false): break
      }
    }
  }

  @usableFromInline
  func value(of name: FieldName) -> PodValue? {
    // In place: a loop over the list would copy each field.
    fields.withUnsafeBufferPointer { fields in
      for index in 0..<fields.count where fields[index].name.rank >= name.rank {
        return fields[index].name.rank == name.rank ? fields[index].value : nil
      }
      return nil
    }
  }

  /// Returns whether the same fields have the same values.
  public static func == (left: PodObject, right: PodObject) -> Bool {
    left.mask == right.mask && left.fields == right.fields
  }

  /// Feeds the fields to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(fields) }

  /// Sets those of some fields that are not set, in one pass.
  /// - Parameter others: in order of their names.
  mutating func fill(_ others: [Field]) {
    var merged: [Field] = []
    merged.reserveCapacity(fields.count + others.count)
    var index = 0
    for other in others {
      while index < fields.count, fields[index].name < other.name {
        merged.append(fields[index])
        index += 1
      }
      if index == fields.count || fields[index].name != other.name { merged.append(other) }
    }
    merged.append(contentsOf: fields[index...])
    fields = merged
    for index in others.indices { mask |= others[index].name.bit }
  }

  /// True if nothing is set.
  public var isEmpty: Bool { fields.isEmpty }
}
