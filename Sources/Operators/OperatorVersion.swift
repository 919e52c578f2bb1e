/// The version of an operator.
public struct OperatorVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let parts: [Int]
  /// The version as its tag writes it.
  @Bytewise public private(set) var description: String

  /// Reads `1.3`, `v1.3.2`, `2024.5.0`, and tags of the Spark operator such as `v1beta2-1.3.8-3.1.1`.
  public init?(_ text: String) {
    let words = text.split(separator: "-")
    let number = words.count == 3 && words[0].hasPrefix("v1beta") ? words[1] : Substring(text)
    let digits = number.first == "v" ? number.dropFirst() : number
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      // Not a sign, which `Int` would take.
      guard part.utf8.allSatisfy(Self.digits.contains), let number = Int(part) else { return nil }
      numbers.append(number)
    }
    self.parts = numbers
    description = text
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// True if all three of its numbers are there.
  public var isComplete: Bool { parts.count == 3 }

  /// Returns whether a version is of the line that this one's first two numbers name.
  func hasLine(of other: OperatorVersion) -> Bool { parts.prefix(2) == other.parts.prefix(2) }

  /// The version of a tag in the program's own tables; a misspelling there is a bug.
  init(known text: String) {
    guard let found = OperatorVersion(text) else {
      preconditionFailure("no operator has the version \(text)")
    }
    self = found
  }

  /// Returns whether the numbers are the same.
  public static func == (left: OperatorVersion, right: OperatorVersion) -> Bool {
    left.parts == right.parts
  }

  /// Feeds the numbers.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }

  /// By their numbers.
  public static func < (left: OperatorVersion, right: OperatorVersion) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// Returns whether it is a version or one after it.
  func isAtLeast(_ version: String) -> Bool { self >= OperatorVersion(known: version) }
}

/// A value that changes at some versions of an operator.
struct VersionFact<Value: Sendable>: Sendable {
  private let first: Value
  private let changes: [(since: OperatorVersion, value: Value)]

  /// A value, and the versions from which another holds, in order; another order is a bug.
  init(_ first: Value, from changes: [(since: String, value: Value)]) {
    let versions = changes.map { OperatorVersion(known: $0.since) }
    precondition(
      zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 }, "versions are not in order")
    self.first = first
    self.changes = zip(versions, changes).map { ($0, $1.value) }
  }

  /// The value at a version.
  subscript(version: OperatorVersion) -> Value {
    changes.last { $0.since <= version }?.value ?? first
  }
}
