/// A word that begins with a dash, taken apart: `--config=x`, `-cx`.
struct OptionWord {
  /// The name as it was written, with its dashes.
  let name: String
  /// The rest of the word; after a one-letter name its value, or more letters.
  let rest: String?

  /// Nil for a word that is no option: `x`, and `-`, which stands for a stream.
  init?(_ word: String) {
    guard word.hasPrefix("-"), word != "-" else { return nil }
    if word.hasPrefix("--") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      name = String(parts[0])
      rest = parts.count > 1 ? String(parts[1]) : nil
    } else {
      name = String(word.prefix(2))
      rest = word.count > 2 ? String(word.dropFirst(2)) : nil
    }
  }

  /// True if the name has one letter.
  var isShort: Bool { !name.hasPrefix("--") }

  /// The letters behind a flag, as a word of their own: `-ab` without `-a`.
  var further: OptionWord? { isShort ? rest.flatMap { OptionWord("-\($0)") } : nil }

  /// The options that it can mean: the one of this name, or all whose names begin so.
  func matches(among options: [OptionSpec]) -> [OptionSpec] {
    if isShort { return options.filter { $0.short == name.last } }
    let long = name.dropFirst(2)
    let exact = options.filter { $0.name == long }
    guard exact.isEmpty, !long.isEmpty else { return exact }
    return options.filter { $0.name.hasPrefix(long) }
  }
}
