import PodAPI

/// The shape of a part of the config, as a value: checks are made from it, and a JSON Schema and the
/// reference pages can be.
public indirect enum ConfigSchema: Sendable {
  /// A key of a mapping.
  public struct Key: Sendable {
    /// Its name.
    public let name: String
    /// The schema of its value.
    public let schema: ConfigSchema
    /// True if it must be there.
    public let isRequired: Bool
    /// One sentence: what it is for.
    public let summary: String
    /// A value for it, on one line.
    public let example: String
    /// The default; nil if there is none.
    public let defaultValue: Default?
    /// The versions that support it: the first, `Flyte v1.16.0`, or a range, `Flyte v1.9.2 to
    /// v1.15.3`; nil if all do.
    public let since: String?
    /// Its former name, for a hint.
    public let formerName: String?

    /// Without an example of its own, it has its schema's.
    init(
      _ name: String, _ schema: ConfigSchema, required: Bool = false,
      default defaultValue: Default? = nil, since: String? = nil,
      formerName: String? = nil, example: String? = nil, _ summary: String
    ) {
      self.name = name
      self.schema = schema
      isRequired = required
      self.defaultValue = defaultValue
      self.since = since
      self.formerName = formerName
      self.summary = summary
      self.example = example ?? schema.example
    }

    /// The default of a key.
    public enum Default: Sendable {
      /// A string.
      case text(String)
      /// A flag.
      case flag(Bool)
      /// Something that depends on the rest, in words: `the chart's own`.
      case words(String)
    }
  }

  /// A mapping of these keys and no others.
  case mapping([Key])
  /// A mapping from names to values.
  case named(TextRule, ConfigSchema)
  /// A list.
  case list(ConfigSchema)
  /// One value, or a list of them.
  case oneOrMany(ConfigSchema)
  /// A text.
  case text(TextRule)
  /// One of these words.
  case choice([String])
  /// One of these words, or a list.
  case choiceOrList([String], ConfigSchema)
  /// One of these words, or a mapping of these keys.
  case choiceOrMapping([String], [Key])
  /// `true` or `false`.
  case bool
  /// Labels or annotations.
  case strings(key: TextRule, value: TextRule)
  /// A value that a layer may also remove from the ones below, by null.
  case removable(ConfigSchema)
  /// A struct of the Pod API, by the name of its type, without some of its fields.
  case podObject(type: String, without: TextMap<String>)

  /// True if it is a mapping that has a key.
  func hasKey(_ key: String) -> Bool {
    switch self {
    case .mapping(let keys): return keys.contains { $0.name == key }
    case .choiceOrMapping(_, let keys): return keys.contains { $0.name == key }
    case .removable(let inner): return inner.hasKey(key)
    case .podObject(let type, let without):
      guard without[key] == nil, let name = FieldName(key) else { return false }
      return PodSchema.shipped[type]?[name] != nil
    default: return false
    }
  }
}
