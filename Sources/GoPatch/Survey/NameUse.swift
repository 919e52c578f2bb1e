import GoSource

/// A use of a declared name.
struct NameUse {
  let path: String
  /// From 0.
  let line: Int
  let lineText: String
}

extension Workspace {
  /// The first use of a name in its folder, outside of its declaration; files in order of names.
  mutating func use(of name: String, outside declaration: Declaration, in path: String) -> NameUse?
  {
    let folder = Self.folder(of: path)
    for other in paths.sorted() where other.hasSuffix(".go") && Self.folder(of: other) == folder {
      let own = other == path ? declaration.tokens : 0..<0
      if let use = use(of: Array(name.utf8), in: other, outside: own) { return use }
    }
    return nil
  }

  private mutating func use(
    of name: [UInt8], in path: String, outside own: Range<Int>
  ) -> NameUse? {
    if let bytes = tree.neighbor(path) {
      return tree.neighborUses.use(of: name, in: path) {
        guard Self.mentions(bytes, name) else { return nil }
        let text = try? GoText(bytes)
        return text.map { Self.use(of: name, in: $0, path, outside: own) } ?? Self.unreadable(path)
      }
    }
    guard let bytes = bytes(path), Self.mentions(bytes, name) else { return nil }
    guard let file = try? file(path) else { return Self.unreadable(path) }
    return Self.use(of: name, in: file.text, path, outside: own)
  }

  /// A file that cannot be read counts as a use.
  private static func unreadable(_ path: String) -> NameUse {
    NameUse(path: path, line: 0, lineText: "")
  }

  private static func use(
    of name: [UInt8], in text: GoText, _ path: String, outside own: Range<Int>
  ) -> NameUse? {
    let index = text.tokens.indices.first { index in
      !own.contains(index) && text.slice(index).elementsEqual(name)
    }
    return index.map { index in
      let line = text.tokens[index].line
      return NameUse(
        path: path, line: line,
        lineText: String(decoding: text.bytes[text.lineBody(line)], as: UTF8.self))
    }
  }

  private static func mentions(_ bytes: [UInt8], _ name: [UInt8]) -> Bool {
    guard let first = name.first else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + name.count <= bytes.count {
        if bytes[index] == first, bytes[index..<index + name.count].elementsEqual(name) {
          return true
        }
        index += 1
      }
      return false
    }
  }

  static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }
}
