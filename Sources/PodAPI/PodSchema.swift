/// The types of the Pod API, in every version from 1.24 on.
public struct PodSchema: Sendable {
  /// The type of a field.
  public indirect enum Kind: Sendable, Hashable {
    case bool, int32, int64, string, quantity, intOrString, time, any
    /// A struct, by its position in `types`.
    case object(Int)
    case list(Kind)
    case map(Kind)
  }

  /// A field of a type.
  public struct Field: Sendable {
    /// Its name.
    public let name: FieldName
    /// Its type.
    public let kind: Kind
    /// True if Go holds a pointer, so that unset and zero differ.
    public let isPointer: Bool
    /// The first minor version that has it (24 stands for 1.24 and before).
    public let since: Int
    /// The first minor version that no longer has it; `Int.max` when every later one does.
    public let until: Int

    /// Returns whether the API of a minor version has the field.
    public func exists(in minor: Int) -> Bool { minor >= since && minor < until }
  }

  /// A struct type.
  public struct ObjectType: Sendable {
    /// Its Go name, `PodSpec`.
    public let name: String
    /// Its fields, in order of their names.
    public let fields: [Field]

    /// The field of a name, in any version.
    public subscript(name: FieldName) -> Field? {
      // By position: a search through the fields would copy each one.
      fields.indices.first { fields[$0].name == name }.map { fields[$0] }
    }
  }

  /// All types, in order of their names.
  public let types: [ObjectType]
  private let positions: TextMap<Int>

  /// The table that ships with the tool.
  public static let shipped = PodSchema(table: podFieldTable)

  /// The oldest and the newest minor version that the table tells apart.
  public static let minorVersions = 24...36

  /// The type of a name.
  public subscript(name: String) -> ObjectType? { positions[name].map { types[$0] } }

  /// The position of a type, for `Kind.object`.
  public func position(of name: String) -> Int? { positions[name] }

  init(table: String) {
    let lines = FieldTableLine.lines(of: table)
    let names = lines.filter(\.isType).map { String($0.words[0]) }
    let positions = TextMap(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var fields: [[Field]] = []
    for line in lines {
      guard !line.isType else {
        fields.append([])
        continue
      }
      let words = line.words
      let isPointer = words[1].first == "*"
      var since = Self.minorVersions.lowerBound
      var until = Int.max
      if words.count > 2 {
        let range = words[2].parts(between: "..")
        since = Self.minor(range[0]) ?? since
        until = Self.minor(range[1]) ?? until
      }
      fields[fields.count - 1].append(
        Field(
          name: FieldName(known: String(words[0])),
          kind: Self.kind(isPointer ? words[1].dropFirst() : words[1], positions),
          isPointer: isPointer, since: since, until: until))
    }
    types = zip(names, fields).map { ObjectType(name: $0, fields: $1.sorted { $0.name < $1.name }) }
    self.positions = positions
  }

  private static func minor(_ version: Substring) -> Int? {
    version.split(separator: ".").last.flatMap { Int($0) }
  }

  private static func kind(_ text: Substring, _ positions: TextMap<Int>) -> Kind {
    if text.hasPrefix("[") { return .list(kind(text.dropFirst().dropLast(), positions)) }
    if text.hasPrefix("{string:") { return .map(kind(text.dropFirst(8).dropLast(), positions)) }
    switch text {
    case "bool": return .bool
    case "int32": return .int32
    case "int64": return .int64
    case "string": return .string
    case "quantity": return .quantity
    case "intOrString": return .intOrString
    case "time": return .time
    case "any": return .any
    default:
      guard let position = positions[String(text)] else {
        preconditionFailure("the field table names a type it does not have: \(text)")
      }
      return .object(position)
    }
  }
}
