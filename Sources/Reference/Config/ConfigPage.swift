import Config

/// The tables of the page that tells of every key of the config.
public enum ConfigPage {
  /// One table a mapping, each under a heading of its own, in Markdown.
  public static var keys: String {
    ConfigSection.all.map { section in
      let title = section.path.isEmpty ? "A file" : "`\(section.path)`"
      return "### \(title)\n\n" + table(section)
    }.joined(separator: "\n")
  }

  private static func table(_ section: ConfigSection) -> String {
    var text = """
      | key | type | default | what it does | example |
      | --- | --- | --- | --- | --- |

      """
    for key in section.keys {
      let name = "`\(key.name)`" + (key.isRequired ? " (required)" : "")
      let cells = [name, key.typeWords, key.defaultWords, key.description, key.line]
      text += "| " + cells.enumerated().map { cell($1, isCode: $0 == 4) }.joined(separator: " | ")
      text += " |\n"
    }
    return text
  }

  /// A cell: a bar would end it.
  private static func cell(_ text: String, isCode: Bool) -> String {
    let escaped = text.replacing("|", with: "\\|")
    return isCode ? "`\(escaped)`" : escaped
  }
}

extension ConfigSchema.Key {
  /// The type that it must have; with a remark if null is a value.
  var typeWords: String { schema.typeWords + (schema.isRemovable ? " (*null removes*)" : "") }

  /// The effect, and the version from which it works.
  var description: String { summary + (since.map { " From \($0)." } ?? "") }

  /// The value that holds if it is missing, in words; empty if there is none.
  var defaultWords: String {
    switch defaultValue {
    case .text(let text): "`\(text)`"
    case .flag(let flag): "`\(flag)`"
    case .words(let words): words
    case nil: ""
    }
  }
}
