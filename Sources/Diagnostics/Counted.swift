extension Int {
  /// The number of some things, `1 pod` or `2 pods`.
  public func counted(_ word: String) -> String { "\(self) \(word)\(self == 1 ? "" : "s")" }
}

extension Array where Element == String {
  /// All of them in a sentence: `a`, `a and b`, `a, b and c`.
  public var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
