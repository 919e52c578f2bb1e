/// A text with `$name` and `$$name` in it.
struct HoleText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8)[...] }

  /// The names that it uses.
  var names: [String] {
    var names: [String] = []
    _ = filled { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// The text with each name replaced by what `value` gives; others stay.
  func filled(_ value: (String) -> [UInt8]?) -> [UInt8] {
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "$") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      var start = index + 1
      if start < bytes.endIndex, bytes[start] == UInt8(ascii: "$") { start += 1 }
      var end = start
      while end < bytes.endIndex, Self.isNamePart(bytes[end], isFirst: end == start) { end += 1 }
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      if end > start, let value = value(name) {
        output += value
      } else {
        output += bytes[index..<end]
      }
      index = end
    }
    return output
  }

  private static func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !isFirst
    default: false
    }
  }
}
