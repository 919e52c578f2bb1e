/// The words that lines begin with.
enum RuleWords {
  static let all = [
    "patch", "title", "opt-in", "page", "setting", "bug", "upstream", "excludes", "after", "needs",
    "files", "bind", "unneeded", "applied",
    "when", "and", "require", "ensure", "edit", "new-file",
  ]

  /// A hint for a word that is nearly one of them.
  static func suggestion(for word: String) -> String? {
    nearest(to: word).map { "did you mean '\($0)'?" }
  }

  /// The word that it is, or was most likely meant to be.
  static func nearest(to word: String) -> String? {
    if all.contains(word) { return word }
    let letters = Set(word.unicodeScalars)
    return all.first { candidate in
      abs(candidate.count - word.count) <= 2 && candidate.first == word.first
        && letters.symmetricDifference(candidate.unicodeScalars).count <= 2
    }
  }
}
