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

  /// A struct of which nothing is set.
  public init() { fields = [] }

  /// A struct of these fields, in any order; names are unique.
  public init(_ fields: [Field]) { self.fields = fields.sorted { $0.name < $1.name } }

  /// A struct of these fields, which are in order of their names.
  public init(sorted fields: [Field]) { self.fields = fields }

  /// The value of a field; nil when it is not set. Setting nil removes it.
  public subscript(name: FieldName) -> PodValue? {
    @inlinable get {
      for field in fields {
        if field.name == name { return field.value }
        if name < field.name { return nil }
      }
      return nil
    }
    set {
      let index = fields.firstIndex { !($0.name < name) } ?? fields.endIndex
      let found = index < fields.endIndex && fields[index].name == name
      switch (newValue, found) {
      case (let value?, true): fields[index].value = value
      case (let value?, false): fields.insert(Field(name, value), at: index)
      case (nil, true): fields.remove(at: index)
      case (nil, false): break
      }
    }
  }

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
  }

  /// True if nothing is set.
  public var isEmpty: Bool { fields.isEmpty }
}
