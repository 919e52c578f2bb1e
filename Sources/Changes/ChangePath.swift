/// The way to a value: fields, and entries of lists by the key that Kubernetes tells them apart by.
public struct ChangePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// One step.
  public enum Step: Sendable, Hashable {
    /// A field of a mapping.
    case field(ByteText)
    /// An entry of a list, or of a mapping whose keys are the user's own.
    case entry(ByteText)
  }

  /// The steps from the root.
  public let steps: [Step]

  /// Makes a path.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// A path of fields.
  public init(fields: [String]) { steps = fields.map { .field(ByteText($0)) } }

  /// The path with a field behind it.
  public func field(_ name: String) -> ChangePath { ChangePath(steps + [.field(ByteText(name))]) }

  /// The path with an entry behind it.
  public func entry(_ key: String) -> ChangePath { ChangePath(steps + [.entry(ByteText(key))]) }

  /// The path without its first steps.
  public func dropping(_ count: Int) -> ChangePath { ChangePath(Array(steps.dropFirst(count))) }

  /// The path behind another one; nil where it does not begin with that.
  public func relative(to start: ChangePath) -> ChangePath? {
    steps.starts(with: start.steps) ? dropping(start.steps.count) : nil
  }

  /// Returns whether it ends with another path.
  public func ends(with end: ChangePath) -> Bool {
    steps.count >= end.steps.count && steps.suffix(end.steps.count).elementsEqual(end.steps)
  }

  /// The name of the last field; nil where there is none.
  var lastField: String? {
    for case .field(let name) in steps.reversed() { return name.text }
    return nil
  }

  /// The path as a kind of path: entries without their keys.
  var pattern: ByteText {
    ByteText(
      steps.reduce("") { text, step in
        switch step {
        case .field(let name): text.isEmpty ? name.text : "\(text).\(name)"
        case .entry: text + "[]"
        }
      })
  }

  /// `containers[default].securityContext.runAsUser`.
  public var description: String {
    steps.reduce("") { text, step in
      switch step {
      case .field(let name) where name.text.utf8.allSatisfy(Self.isPlain):
        text.isEmpty ? name.text : "\(text).\(name)"
      case .field(let key), .entry(let key): "\(text)[\(key)]"
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// By what they look like.
  public static func < (left: ChangePath, right: ChangePath) -> Bool {
    left.description < right.description
  }
}
