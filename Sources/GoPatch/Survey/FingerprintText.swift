public import Diagnostics

extension FingerprintTable {
  /// The table as text: the releases in order, then by file and declaration each fingerprint with
  /// the runs of releases that have it.
  public var text: String {
    var text = "# Shapes of the declarations that the rules edit, by release. Made by a command.\n"
    for start in stride(from: 0, to: releases.count, by: 10) {
      text +=
        "releases \(releases[start..<min(start + 10, releases.count)].joined(separator: " "))\n"
    }
    for (path, declarations) in entries.sorted(by: { $0.key < $1.key }) {
      text += "\(path)\n"
      for (name, prints) in declarations.sorted(by: { $0.key < $1.key }) {
        text += "  \(name)\n"
        let ordered = prints.sorted {
          let (left, right) = ($0.value.first ?? 0, $1.value.first ?? 0)
          return left == right ? $0.key < $1.key : left < right
        }
        for (print, places) in ordered {
          text += "    \(print) \(runs(of: places).joined(separator: " "))\n"
        }
      }
    }
    return text
  }

  private func runs(of places: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound + 1 == place {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs.map {
      $0.count == 1
        ? releases[$0.lowerBound] : "\(releases[$0.lowerBound])..\(releases[$0.upperBound])"
    }
  }

  /// Reads a table; its first fault is told.
  public static func parse(
    _ file: SourceFile, into faults: inout DiagnosticList
  ) -> FingerprintTable? {
    var table = FingerprintTable()
    var places: TextMap<Int> = [:]
    var (path, name) = ("", "")
    var room = RuleLimits.releasePlaces
    for number in 1...max(1, file.lineCount) {
      let line = file.line(number)
      let words = line.split(separator: " ")
      guard let first = words.first, first.first != "#" else { continue }
      let indent = line.prefix { $0 == " " }.count
      var isGood = true
      if indent == 0, first == "releases" {
        for word in words.dropFirst() {
          isGood = isGood && places.updateValue(table.releases.count, forKey: String(word)) == nil
          table.releases.append(String(word))
        }
      } else if indent == 0 {
        path = line
      } else if indent == 2, !path.isEmpty {
        name = words.joined(separator: " ")
      } else if indent == 4, !name.isEmpty {
        let ranges = words.dropFirst().map { range($0, places) }
        isGood = !ranges.isEmpty && !ranges.contains(nil)
        for range in ranges { room -= range?.count ?? 0 }
        guard room >= 0 else { continue }
        table.entries[path, default: [:]][name, default: [:]][String(first)] =
          ranges.compactMap { $0 }.flatMap { Array($0) }
      } else {
        isGood = false
      }
      if table.releases.count > RuleLimits.releases || room < 0 {
        faults.error(
          .ruleTooLarge,
          "the table of shapes has more than \(RuleLimits.releases) releases, or names them more than \(RuleLimits.releasePlaces) times",
          at: Span(file: file, line: number, column: 1), hint: "keep only the releases that you use"
        )
        return nil
      }
      guard isGood else {
        faults.error(
          .fingerprintSyntax, "this line of the table of shapes cannot be read",
          at: Span(file: file, line: number, column: indent + 1, length: line.count - indent))
        return nil
      }
    }
    return table
  }

  /// `release` or `first..last`.
  private static func range(_ word: Substring, _ places: TextMap<Int>) -> ClosedRange<Int>? {
    if let place = places[String(word)] { return place...place }
    // No release has two dots in its name.
    let bytes = Array(word.utf8)
    guard
      let dots = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E
      })
    else { return nil }
    let first = String(decoding: bytes[..<dots], as: UTF8.self)
    let last = String(decoding: bytes[(dots + 2)...], as: UTF8.self)
    guard let low = places[first], let high = places[last], low <= high else { return nil }
    return low...high
  }
}
