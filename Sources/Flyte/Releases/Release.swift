/// A Flyte release, from v1.9.2, the first whose repository holds flyteplugins.
public struct Release: Sendable, Hashable, Comparable {
  /// A line of releases.
  public enum Line: Int, Sendable, Hashable {
    case v1 = 1
    case v2 = 2
  }

  /// The tag, `v1.15.3`.
  public let name: String
  /// Position in `all`.
  let position: Int

  /// Every release with flyteplugins, in order. The numbers of pre-releases do not tell it:
  /// `v1.16.0b0` and `v1.16.0-b2` behave as v1.15.3, `v1.16.0-b3` as v1.16.0.
  public static let all: [Release] = ReleaseTags.inOrder.enumerated().map {
    Release(name: $1, position: $0)
  }

  private static let byName = TextMap(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The release of a tag.
  public static func named(_ name: String) -> Release? { byName[name] }

  /// The newest release of a line.
  public static func newest(of line: Line) -> Release? { all.last { $0.line == line } }

  /// v1 or v2.
  public var line: Line { name.hasPrefix("v1.") ? .v1 : .v2 }

  /// True if more than three numbers make its name: `v1.16.0-b3`, `v1.16.0b0`, `v2.0.0-alpha16`.
  public var isPrerelease: Bool {
    name.utf8.dropFirst().contains { $0 != UInt8(ascii: ".") && !(0x30...0x39).contains($0) }
  }

  /// By position.
  public static func == (left: Release, right: Release) -> Bool {
    left.position == right.position
  }

  /// By position.
  public func hash(into hasher: inout Hasher) { hasher.combine(position) }

  /// In the order of `all`.
  public static func < (left: Release, right: Release) -> Bool { left.position < right.position }

  /// True if it is the release of a tag or one after it.
  func isAtLeast(_ tag: String) -> Bool { self >= Self.known(tag) }

  /// The release of a tag that the facts name; a misspelling there is a bug and stops the program.
  static func known(_ tag: String) -> Release {
    guard let found = named(tag) else { preconditionFailure("no release is called \(tag)") }
    return found
  }
}

/// A value that changes at some releases.
struct ReleaseFact<Value: Sendable>: Sendable {
  private let first: Value
  private let changes: [(since: Release, value: Value)]

  /// A value from v1.9.2 on, and the releases from which another holds, in order.
  init(_ first: Value, from changes: [(since: String, value: Value)]) {
    self.first = first
    self.changes = changes.map { (Release.known($0.since), $0.value) }
    let order = self.changes.map(\.since)
    precondition(
      zip(order, order.dropFirst()).allSatisfy(<), "releases of a fact are not in order")
  }

  /// The value at a release.
  subscript(release: Release) -> Value {
    changes.last { $0.since <= release }?.value ?? first
  }
}
