import Diagnostics
import Model
import Origins

/// Finds the lines of `assign`, and the names in them, that give no namespace anything.
struct UselessLines {
  let lines: [AssignEntry]
  /// The positions of the lines that give something.
  let winners: Set<Int>
  let entries: [NamespaceEntry]

  func report(into diagnostics: inout DiagnosticList) {
    let known = known
    for (index, line) in lines.enumerated() where !line.isBroken {
      let strangers = line.names.filter { !(known[$0.key] ?? []).contains($0.value.value) }
      for (key, name) in strangers {
        let nearest = NearestName.of(name.value, among: (known[key] ?? []).sorted())
        diagnostics.warning(
          .uselessLine, "no namespace here has the \(key) '\(name.value)'", at: name.origin.span,
          hint: nearest.map { "did you mean '\($0)'?" } ?? "correct it, or remove it",
          fix: nearest.flatMap {
            Fix(replacing: name.value, at: name.origin.span, by: $0, .likely)
          })
      }
      if strangers.isEmpty, !winners.contains(index) { report(line, into: &diagnostics) }
    }
  }

  private func report(_ line: AssignEntry, into diagnostics: inout DiagnosticList) {
    let isMatching = line.isForAll || entries.contains(where: line.matches)
    let (message, hint) =
      if line.profiles.isEmpty && line.templates.isEmpty {
        ("this line gives no namespace anything", "give it a 'profile' or 'templates'")
      } else if isMatching {
        ("later lines win for every namespace of this line", "move it down, or remove it")
      } else {
        ("no namespace has all that this line asks for", "correct its selectors, or remove it")
      }
    diagnostics.warning(.uselessLine, message, at: line.line.origin.span, hint: hint)
  }

  /// The names that namespaces have, by selector.
  private var known: TextMap<TextSet> {
    [
      "organisation": TextSet(entries.compactMap(\.organisation)),
      "project": TextSet(entries.compactMap(\.project)),
      "domain": TextSet(entries.compactMap(\.domain)), "namespace": TextSet(entries.map(\.name)),
    ]
  }
}
