import GoSource

/// A change to whole lines: some are left out, others are put in their place.
struct LineEdit {
  /// The lines left out, from 0; an empty range is a place before its bound.
  var deleted: Range<Int>
  /// The lines put in, without their ends.
  var inserted: [[UInt8]]
}

/// Carries out changes of lines. Every byte of the other lines stays as it is.
enum LineEdits {
  /// The new bytes; nil when two changes meet in one line.
  static func apply(_ edits: [LineEdit], to text: GoText) -> [UInt8]? {
    let ordered = edits.filter { !$0.deleted.isEmpty || !$0.inserted.isEmpty }
      .sorted {
        ($0.deleted.lowerBound, $0.deleted.upperBound) < (
          $1.deleted.lowerBound, $1.deleted.upperBound
        )
      }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where second.deleted.lowerBound < first.deleted.upperBound
      || first.deleted == second.deleted
    {
      return nil
    }
    var writer = LineWriter(text)
    var line = 0
    for edit in ordered {
      writer.copy(line..<edit.deleted.lowerBound)
      writer.put(edit.inserted, near: edit.deleted.lowerBound)
      line = edit.deleted.upperBound
      writer.seam(isCut: edit.inserted.isEmpty)
    }
    writer.copy(line..<text.lineCount)
    return writer.finished()
  }
}

/// Puts the lines of the new text together, and mends blank lines where it was changed.
private struct LineWriter {
  private let text: GoText
  private var output: [UInt8] = []
  /// The line written last, without its end; nil before the first.
  private var last: [UInt8]?
  private var isAtSeam = false
  /// True if nothing was put where lines went.
  private var isCut = false

  init(_ text: GoText) {
    self.text = text
    output.reserveCapacity(text.bytes.count + 1024)
  }

  mutating func seam(isCut: Bool) {
    isAtSeam = true
    self.isCut = isCut
  }

  mutating func copy(_ lines: Range<Int>) {
    // The empty text behind the last newline is no line.
    for line in lines where !text.lineRange(line).isEmpty {
      let body = text.bytes[text.lineBody(line)]
      if isAtSeam, isDoubled(body) {
        continue
      } else if isAtSeam, isCut, Self.closes(body), last.map(Self.isBlank) ?? false {
        dropLast()
      }
      isAtSeam = false
      output += text.bytes[text.lineRange(line)]
      last = Array(body)
    }
  }

  mutating func put(_ lines: [[UInt8]], near line: Int) {
    let end = lineEnd(near: line)
    if !output.isEmpty, output.last != 0x0A, !lines.isEmpty { output += end }
    for (index, line) in lines.enumerated() {
      if index == 0, Self.isBlank(line[...]), last.map(Self.isBlank) ?? true { continue }
      output += line
      output += end
      last = line
    }
  }

  func finished() -> [UInt8] {
    // What was cut at the very end leaves no blank lines behind.
    var end = output.count
    while isAtSeam, isCut, end >= 2, output[end - 1] == 0x0A, output[end - 2] == 0x0A { end -= 1 }
    return Array(output[..<end])
  }

  /// Lines end as their neighbors do.
  private func lineEnd(near line: Int) -> [UInt8] {
    for candidate in [line, line - 1] where candidate >= 0 && candidate < text.lineCount {
      let range = text.lineRange(candidate)
      let body = text.lineBody(candidate)
      if body.upperBound < range.upperBound {
        return Array(text.bytes[body.upperBound..<range.upperBound])
      }
    }
    return [0x0A]
  }

  private func isDoubled(_ body: ArraySlice<UInt8>) -> Bool {
    guard Self.isBlank(body) else { return false }
    guard let last else { return true }
    return Self.isBlank(last[...]) || isCut && Self.opens(last)
  }

  private mutating func dropLast() {
    guard output.last == 0x0A else { return }
    output.removeLast()
    while let byte = output.last, byte != 0x0A { output.removeLast() }
  }

  private static func isBlank(_ line: [UInt8]) -> Bool { isBlank(line[...]) }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private static func opens(_ line: [UInt8]) -> Bool {
    line.last == UInt8(ascii: "{") || line.last == UInt8(ascii: "(")
  }

  private static func closes(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return first == UInt8(ascii: "}") || first == UInt8(ascii: ")")
  }
}
