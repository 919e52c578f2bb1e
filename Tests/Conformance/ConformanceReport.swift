import Glibc
import PodAPI
import Values

/// The number of answers of a real system that the project gives too.
struct ConformanceReport {
  private(set) var name: String
  /// The origin of its cases.
  let source: String
  private(set) var total = 0
  private(set) var differences: [String] = []

  init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  /// The same report under another name.
  func renamed(_ name: String) -> ConformanceReport {
    var report = self
    report.name = name
    return report
  }

  var isWhole: Bool { total > 0 && differences.isEmpty }

  /// Counts a case; `difference` says what is not equal, nil when all is.
  mutating func count(_ difference: @autoclosure () -> String?) {
    total += 1
    if let text = difference() { differences.append(text) }
  }

  /// Prints the count, and the first differences or all.
  func show(all: Bool) {
    guard total > 0 else {
      print("\(name): nothing to compare, \(source) has no case of it")
      return
    }
    print("\(name): \(total - differences.count) of \(total)")
    let shown = all ? differences.count : 5
    for text in differences.prefix(shown) { print("  " + text.replacing("\n", with: "\n  ")) }
    if differences.count > shown { print("  … and \(differences.count - shown) more") }
  }
}

/// Ends the program.
func exitProcess(_ status: Int32) -> Never { exit(status) }

/// The differences between two values, a line each: path, expected, got.
func differences(_ expected: PlainValue?, _ got: PlainValue?, path: String = "") -> [String] {
  if expected == got { return [] }
  switch (expected, got) {
  case (.mapping(let left)?, .mapping(let right)?):
    let keys = Set(left.map(\.key) + right.map(\.key)).sorted()
    return keys.flatMap { key in
      differences(expected?[key], got?[key], path: path.isEmpty ? key : "\(path).\(key)")
    }
  case (.list(let left)?, .list(let right)?):
    return (0..<max(left.count, right.count)).flatMap { index in
      differences(
        index < left.count ? left[index] : nil, index < right.count ? right[index] : nil,
        path: "\(path).\(index)")
    }
  default: return ["\(path): expected \(words(expected)), got \(words(got))"]
  }
}

/// A value on one line.
func words(_ value: PlainValue?) -> String {
  switch value {
  case nil: "nothing"
  case .null?: "null"
  case .bool(let flag)?: "\(flag)"
  case .integer(let number)?: "\(number)"
  case .double(let number)?: "\(number)"
  case .string(let text)?: "\"\(text)\""
  case .list(let items)?: "[" + items.map { words($0) }.joined(separator: ", ") + "]"
  case .mapping(let entries)?:
    "{" + entries.map { "\($0.key): \(words($0.value))" }.joined(separator: ", ") + "}"
  }
}
