/// Reads what `git cat-file --batch` and `--batch-check` answer, one answer a question.
struct ObjectAnswers {
  /// An answer without content.
  enum Header: Equatable {
    case object(id: String, kind: String, size: Int)
    case missing
    /// The object is not in this partial clone.
    case notFetched
    case ambiguous

    static func == (left: Header, right: Header) -> Bool {
      switch (left, right) {
      case (.object(let id, let kind, let size), .object(let otherID, let otherKind, let otherSize)):
        id == otherID && kind == otherKind && size == otherSize
      case (.missing, .missing), (.notFetched, .notFetched), (.ambiguous, .ambiguous): true
      default: false
      }
    }
  }

  private var rest: ArraySlice<UInt8>

  init(_ output: [UInt8]) { rest = output[...] }

  /// The next line of the answer; nil when it cannot be read.
  mutating func header() -> Header? {
    guard let end = rest.firstIndex(of: 0x0a) else { return nil }
    let line = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    switch words.last {
    case "missing": return .missing
    case "ambiguous": return .ambiguous
    default:
      guard words.count == 3, let size = Int(words[2]), size >= 0 else { return nil }
      return .object(id: String(words[0]), kind: String(words[1]), size: size)
    }
  }

  /// The content that follows a header, and the line feed after it.
  mutating func content(size: Int) -> [UInt8]? {
    guard rest.count > size else { return nil }
    let content = Array(rest.prefix(size))
    rest = rest.dropFirst(size + 1)
    return content
  }
}
