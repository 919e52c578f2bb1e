/// An option of a command.
public struct OptionSpec: Sendable {
  /// The value that an option takes.
  public enum Value: Sendable {
    /// Nothing: it is there or not.
    case none
    /// A path of a file or folder.
    case path
    /// One of these words.
    case choice([String])
    /// Any text, under this name in help.
    case text(String)

    /// True if it takes nothing.
    var isNone: Bool { if case .none = self { true } else { false } }
  }

  /// Its long name without dashes, `config`.
  public let name: String
  /// Its one-letter name, if it has one.
  public let short: Unicode.Scalar?
  /// The value that it takes.
  public let value: Value
  /// The value that holds if it is omitted; nil: none.
  public let defaultValue: String?
  /// True if it may be given several times.
  public let isRepeated: Bool
  /// One line: what it does.
  public let summary: String

  /// Makes an option.
  public init(
    name: String, short: Unicode.Scalar? = nil, value: Value, defaultValue: String? = nil,
    isRepeated: Bool = false, summary: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.defaultValue = defaultValue
    self.isRepeated = isRepeated
    self.summary = summary
  }

  /// Help, which every command has.
  static let help = OptionSpec(name: "help", short: "h", value: .none, summary: "print this")
  /// The version, which every command tells.
  static let version = OptionSpec(name: "version", value: .none, summary: "print the version")
  /// The options of every command.
  static let global = [help, version]

  /// The value's name in help; nil where it takes none.
  public var placeholder: String? {
    switch value {
    case .none: nil
    case .path: "PATH"
    case .choice(let words): words.joined(separator: "|")
    case .text(let name): name
    }
  }
}
