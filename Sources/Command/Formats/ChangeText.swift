import Changes
import Diagnostics
import Values
import YAMLTree

/// The words of changes that every view uses.
enum ChangeText {
  /// `8 namespaces of production`, or the names where they are few.
  static func reach(_ reach: [Change.Reach], templates: [String]) -> TerminalText {
    let count = reach.reduce(0) { $0 + $1.namespaces.count }
    let clusters = reach.map(\.cluster)
    let places: TerminalText
    if count == 0 {
      places = "\(clusters.count == 1 ? clusters[0] : clusters.listed)"
    } else if count == 1, let only = reach.first(where: { !$0.namespaces.isEmpty }) {
      places = "namespace \(only.namespaces[0]) of \(only.cluster)"
    } else {
      places =
        "\(count.counted("namespace")) of \(clusters.count > 3 ? "\(clusters.count) clusters" : clusters.listed)"
    }
    guard !templates.isEmpty else { return places }
    let named = templates.count > 3 ? "\(templates.count) templates" : templates.listed
    let word = templates.count == 1 ? "template " : templates.count > 3 ? "" : "templates "
    return "\(places), \(word)\(named)"
  }

  /// `true → false`.
  static func values(_ before: PlainValue?, _ after: PlainValue?) -> TerminalText {
    "\(value(before)) → \(value(after))"
  }

  /// A value on a line.
  static func value(_ value: PlainValue?) -> TerminalText {
    guard let value else { return "not set" }
    return "\(cut: YAMLWriter.flow(value))"
  }

  /// `profile strict, config/flyte.yaml:17`.
  static func source(_ line: ChangeLine) -> TerminalText {
    var parts: [TerminalText] = []
    let profiles = line.profiles
    if !profiles.isEmpty {
      parts.append("\(profiles.count == 1 ? "profile" : "profiles") \(profiles.listed)")
    }
    if let span = line.changes.lazy.compactMap(\.origin?.span).first {
      parts.append("\(span.file.path):\(span.line)")
    }
    return parts.joined(separator: ", ")
  }

  /// Explains a meaning if the word alone is not enough.
  static func note(_ change: Change) -> TerminalText? {
    switch change.effect {
    case .hidden:
      change.stated == .neutral
        ? nil : "no pod changes: another layer decides this field before and after"
    case .cancelled: "\(change.stated.rawValue) here, and another change makes up for it"
    case .shown where change.stated != change.meaning:
      "\(change.stated.rawValue) as written, \(change.meaning.rawValue) in pods"
    case .shown, .none: nil
    }
  }

  /// `seen in the pod of a copilot task in fraud-production, container main: …`.
  static func witness(_ witness: Change.Witness) -> TerminalText {
    var text: TerminalText = "\(witness.task) task"
    if let namespace = witness.namespace { text += " in \(namespace)" }
    if let template = witness.template { text += ", template \(template)" }
    if let container = witness.container { text += ", container \(container)" }
    return text + ": \(witness.field) \(values(witness.before, witness.after))"
  }

  /// The words about a distinct change: its title and reach, its note, where it shows.
  static func lines(_ line: ChangeLine) -> [String] {
    let title =
      ChangeSummaryText.title(line) + ": " + reach(line.reach, templates: line.templates)
    return [
      title.text, note(line.first)?.text, line.witness.map { ("seen in: " + witness($0)).text },
    ].compactMap { $0 }
  }

  /// The color of a meaning.
  static func color(_ meaning: Meaning) -> StaticString {
    switch meaning {
    case .loosened: "31"
    case .incomparable: "33"
    case .tightened: "32"
    case .neutral: "0"
    }
  }
}

extension Meaning {
  /// The severity in reports of other programs.
  var severity: Severity {
    switch self {
    case .loosened: .error
    case .incomparable: .warning
    case .tightened, .neutral: .note
    }
  }
}
