import Config

/// A mapping of the config language with its keys, for pages and for help.
struct ConfigSection {
  /// The way to it, `clusters.NAME.flyte`; empty for a whole file.
  let path: String
  /// Its keys, in the language's order.
  let keys: [ConfigSchema.Key]

  /// Every mapping of the language, outer before inner.
  static let all = sections(of: ConfigLanguage.file, at: "")

  private static func sections(of schema: ConfigSchema, at path: String) -> [ConfigSection] {
    switch schema {
    case .mapping(let keys), .choiceOrMapping(_, let keys):
      [ConfigSection(path: path, keys: keys)]
        // What the defaults hold is told of below 'clusters'.
        + keys.filter { $0.name != "clusterDefaults" }
        .flatMap { sections(of: $0.schema, at: join(path, $0.name)) }
    case .named(_, let inner): sections(of: inner, at: join(path, "NAME"))
    case .list(let inner): sections(of: inner, at: path + "[]")
    case .oneOrMany(let inner), .removable(let inner), .choiceOrList(_, let inner):
      sections(of: inner, at: path)
    case .text, .choice, .bool, .strings, .podObject: []
    }
  }

  /// The way to one of its keys.
  func path(of key: ConfigSchema.Key) -> String { Self.join(path, key.name) }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}
