public import Values

/// Places in SARIF: files by relative URIs, columns counted in Unicode scalars.
extension ReportPlace {
  /// The file as an artifact; nil for anything that is not a file.
  public var artifact: PlainValue? {
    guard path != "<stdin>", !path.isEmpty else { return nil }
    if path.hasPrefix("/") {
      return .mapping([.init("uri", .string("file://" + Self.encoded(path)))])
    }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    return .mapping([
      .init("uri", .string(Self.encoded(String(rest)))), .init("uriBaseId", .string("%SRCROOT%")),
    ])
  }

  /// The location; nil if the place is not in a file.
  func location(id: Int? = nil, words: String? = nil) -> PlainValue? {
    guard let artifact else { return nil }
    var physical: [PlainValue.Entry] = [.init("artifactLocation", artifact)]
    if line > 0 { physical.append(.init("region", region(length: nil))) }
    var entries: [PlainValue.Entry] = []
    if let id { entries.append(.init("id", .integer(Int64(id)))) }
    entries.append(.init("physicalLocation", .mapping(physical)))
    if let words { entries.append(.init("message", .mapping([.init("text", .string(words))]))) }
    return .mapping(entries)
  }

  /// The region, which is on one line.
  /// - Parameter length: its size in Unicode scalars; nil: up to the end of the line.
  public func region(length: Int?) -> PlainValue {
    func number(_ number: Int) -> PlainValue { .integer(Int64(number)) }
    var entries: [PlainValue.Entry] = [.init("startLine", number(line))]
    if column > 0 {
      entries.append(.init("startColumn", number(column)))
      if let length {
        entries += [
          .init("endLine", number(line)), .init("endColumn", number(column + length)),
        ]
      }
    }
    return .mapping(entries)
  }

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
