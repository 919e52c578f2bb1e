/// Pairs of texts that differ by random edits.
struct EditedTexts {
  /// The kind of contents of the texts.
  enum Kind: CaseIterable {
    case goCode
    case manifest
    case fewDistinctLines
    case hardlyTwoDistinctLines
  }

  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Two texts; now and then one lacks the last line feed, or lines end with CR LF.
  mutating func next(_ kind: Kind) -> (old: [UInt8], new: [UInt8]) {
    let old = text(kind)
    var new = old
    for _ in 0..<number(1...9) { edit(&new, kind) }
    let crlf = number(0...9) == 0
    return (bytes(of: old, crlf: crlf), bytes(of: new, crlf: crlf))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func bytes(of lines: [String], crlf: Bool) -> [UInt8] {
    var bytes = Array(lines.map { $0 + (crlf ? "\r\n" : "\n") }.joined().utf8)
    if number(0...6) == 0, !bytes.isEmpty { bytes.removeLast() }
    return bytes
  }

  private mutating func edit(_ lines: inout [String], _ kind: Kind) {
    let start = number(0...lines.count)
    let end = min(lines.count, start + number(1...7))
    switch number(0...4) {
    case 0: lines.removeSubrange(start..<end)
    case 1: lines.insert(contentsOf: text(kind).prefix(number(1...12)), at: start)
    case 2: lines.insert(contentsOf: lines[start..<end], at: number(0...lines.count))
    case 3: lines.replaceSubrange(start..<end, with: text(kind).prefix(number(1...4)))
    default: if start < end { lines[start] += " edited" }
    }
  }

  private mutating func text(_ kind: Kind) -> [String] {
    switch kind {
    case .goCode: goCode()
    case .manifest: manifest()
    case .fewDistinctLines: (0..<number(0...60)).map { _ in "line \(number(0...8))" }
    case .hardlyTwoDistinctLines:
      (0..<number(0...40)).map { _ in ["a", "b", ""][min(2, number(0...6) / 3)] }
    }
  }

  private mutating func goCode() -> [String] {
    var lines = ["package p", "", "import (", "\t\"a\"", "\t\"b\"", ")", ""]
    for _ in 0..<number(2...40) {
      lines += ["// F\(number(0...40)) does things.", "func F\(number(0...60))(a int) error {"]
      for _ in 0..<number(1...7) {
        switch number(0...4) {
        case 0: lines += ["\tif err != nil {", "\t\treturn err", "\t}"]
        case 1: lines += ["\tx := \(number(0...9))"]
        case 2: lines += ["", "\tfor _, c := range all {", "\t\tc.Do(\(number(0...6)))", "\t}"]
        case 3: lines += ["\tdo(\(number(0...30)))"]
        default: lines += [""]
        }
      }
      lines += ["\treturn nil", "}", ""]
    }
    return lines
  }

  private mutating func manifest() -> [String] {
    var lines: [String] = []
    for _ in 0..<number(1...20) {
      lines += ["---", "kind: PodTemplate", "metadata:", "  name: n\(number(0...50))", "spec:"]
      for _ in 0..<number(1...3) {
        lines += [
          "  - name: c\(number(0...4))", "    securityContext:", "      drop:", "        - ALL",
        ]
      }
    }
    return lines
  }
}
