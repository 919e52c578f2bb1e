import Values

/// Places in SARIF: files by relative URIs, columns counted in Unicode scalars.
enum SARIFPlace {
  /// The place of a file; nil for anything that is not a file.
  static func artifact(_ path: String) -> PlainValue? {
    guard path != "<stdin>", !path.isEmpty else { return nil }
    if path.hasPrefix("/") { return .mapping([.init("uri", .string("file://" + encoded(path)))]) }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    return .mapping([
      .init("uri", .string(encoded(String(rest)))), .init("uriBaseId", .string("%SRCROOT%")),
    ])
  }

  /// A location.
  static func location(_ place: AuditPlace, id: Int? = nil, words: String? = nil) -> PlainValue? {
    guard let artifact = artifact(place.path) else { return nil }
    var physical: [PlainValue.Entry] = [.init("artifactLocation", artifact)]
    if place.line > 0 { physical.append(.init("region", region(place, length: nil))) }
    var entries: [PlainValue.Entry] = []
    if let id { entries.append(.init("id", number(id))) }
    entries.append(.init("physicalLocation", .mapping(physical)))
    if let words { entries.append(.init("message", .mapping([.init("text", .string(words))]))) }
    return .mapping(entries)
  }

  /// A region on one line.
  /// - Parameter length: how far it reaches; nil: to the end of the line.
  static func region(_ place: AuditPlace, length: Int?) -> PlainValue {
    var entries: [PlainValue.Entry] = [.init("startLine", number(place.line))]
    if place.column > 0 {
      entries.append(.init("startColumn", number(place.column)))
      if let length {
        entries += [
          .init("endLine", number(place.line)), .init("endColumn", number(place.column + length)),
        ]
      }
    }
    return .mapping(entries)
  }

  private static func number(_ number: Int) -> PlainValue { .integer(Int64(number)) }

  /// The path of a URI by RFC 3986: all but its unreserved characters and the slash is escaped.
  private static func encoded(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
