import Diagnostics
import Model
import Values

/// Finds the lines of `assign`, and the names in them, that give no namespace anything.
struct UselessLines {
  let lines: [AssignEntry]
  /// The positions of the lines that give something.
  let winners: Set<Int>
  /// The positions of the lines that match a namespace.
  let matching: Set<Int>
  let entries: [NamespaceEntry]

  func report(into diagnostics: inout DiagnosticList) {
    let known = known
    var prepared: [AssignEntry.Selector: NearestNames] = [:]
    func meant(_ name: String, _ key: AssignEntry.Selector) -> String? {
      prepared[key, default: NearestNames((known[key] ?? []).sorted())].of(name)
    }
    for (index, line) in lines.enumerated() where !line.isBroken {
      var hasStrangers = false
      for (key, name) in line.names where known[key]?.contains(name.value) != true {
        hasStrangers = true
        let nearest = meant(name.value, key)
        diagnostics.warning(
          .uselessLine, "no namespace here has the \(key.rawValue) '\(name.value)'",
          at: name.origin.span,
          hint: nearest.map { "did you mean '\($0)'?" } ?? "correct or remove it",
          fix: nearest.flatMap {
            Fix(replacing: name.value, at: name.origin.span, by: $0, .likely)
          })
      }
      if !hasStrangers, !winners.contains(index) { report(index, line, into: &diagnostics) }
    }
  }

  private func report(_ index: Int, _ line: AssignEntry, into diagnostics: inout DiagnosticList) {
    let (message, hint) =
      if line.profiles.isEmpty && line.templates.isEmpty {
        ("this line has no effect", "add 'profile' or 'templates'")
      } else if line.isForAll || matching.contains(index) {
        ("later lines win for every namespace that this line matches", "move it down, or remove it")
      } else {
        ("no namespace matches all selectors of this line", "correct its selectors, or remove it")
      }
    diagnostics.warning(.uselessLine, message, at: line.line.origin.span, hint: hint)
  }

  /// The names that namespaces have, by the selectors that lines have.
  private var known: [AssignEntry.Selector: TextSet] {
    let selectors = Set(lines.flatMap { $0.names.map(\.key) })
    return Dictionary(
      uniqueKeysWithValues: selectors.map { selector in
        (selector, TextSet(entries.lazy.compactMap { $0.name(of: selector) }))
      })
  }
}

extension NamespaceEntry {
  fileprivate func name(of selector: AssignEntry.Selector) -> String? {
    switch selector {
    case .organization: organization
    case .project: project
    case .domain: domain
    case .namespace: name
    }
  }
}
