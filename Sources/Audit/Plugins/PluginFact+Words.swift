extension PluginFact.Verdict {
  /// The words, which never claim that something passed.
  var words: String {
    switch self {
    case .admitted: "likely admitted"
    case .depends: "depends"
    case .refused: "refused"
    case .noPod: "no pod"
    }
  }
}

extension PluginFact {
  /// The reason, the fix, and the source.
  var sentence: String {
    let advice = fix.map { "; fix: \($0)" } ?? ""
    return "\(why)\(advice) (\(proof.words))"
  }
}

extension PluginFact.Proof {
  /// In words.
  var words: String {
    switch self {
    case .run: "seen in a run of the plugin"
    case .read: "read in the sources"
    }
  }
}
