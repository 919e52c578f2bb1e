import Config

/// The text of `help config`: the keys of a mapping, or all of one key.
public struct ConfigHelp {
  /// The text.
  public let text: String

  /// The help of a key.
  /// - Parameter path: the way to it, `clusters.flyte.source`: names that the user chooses may stand
  ///   in it or be left out. Empty: the whole language.
  /// - Returns: nil where there is no such key.
  public init?(path: String) {
    let wanted = Self.words(path)
    if let section = ConfigSection.all.first(where: { Self.fits(wanted, $0.path) }) {
      let key = Self.key(wanted)
      text = (key.map(Self.page) ?? "") + Self.list(section)
    } else if let key = Self.key(wanted) {
      text = Self.page(key)
    } else {
      return nil
    }
  }

  /// The ways to every key, for "did you mean".
  public static var paths: [String] {
    ConfigSection.all.flatMap { section in
      section.keys.map { key in
        words(section.path(of: key)).filter { $0 != "NAME" }.joined(separator: ".")
      }
    }
  }

  private static func page(_ entry: (path: String, key: ConfigSchema.Key)) -> String {
    let key = entry.key
    var text = "\(entry.path): \(key.schema.typeWords)\n\n  \(key.description)\n"
    if key.schema.isRemovable { text += "  null removes the value of a lower layer.\n" }
    if !key.defaultWords.isEmpty {
      text += "  Default: \(key.defaultWords.replacing("`", with: ""))\n"
    }
    return text + "  Example: \(key.line)\n"
  }

  private static func list(_ section: ConfigSection) -> String {
    let width = section.keys.map(\.name.utf8.count).max() ?? 0
    let title = section.path.isEmpty ? "The keys of a file:" : "The keys of \(section.path):"
    return "\n\(title)\n"
      + section.keys.map { key in
        let space = String(repeating: " ", count: width - key.name.utf8.count + 3)
        return "  \(key.name)\(space)\(key.summary)\n"
      }.joined()
  }

  private static func key(_ wanted: [String]) -> (path: String, key: ConfigSchema.Key)? {
    for section in ConfigSection.all {
      for key in section.keys where !wanted.isEmpty && fits(wanted, section.path(of: key)) {
        return (section.path(of: key), key)
      }
    }
    return nil
  }

  /// True if words lead along a path. A name that the user chooses may be left out; else it is any
  /// word that others follow, or 'NAME' itself.
  private static func fits(_ wanted: [String], _ path: String) -> Bool {
    fits(wanted[...], words(path)[...])
  }

  private static func fits(_ wanted: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let step = path.first else { return wanted.isEmpty }
    let rest = path.dropFirst()
    if step == "NAME", fits(wanted, rest) { return true }
    guard let word = wanted.first else { return false }
    guard step == word || step == "NAME" && wanted.count > 1 else { return false }
    return fits(wanted.dropFirst(), rest)
  }

  private static func words(_ path: String) -> [String] {
    path.replacing("[]", with: "").split(separator: ".").map(String.init)
  }
}
