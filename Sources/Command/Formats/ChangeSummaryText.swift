import Changes
import Diagnostics

/// A report as a summary: a line for each distinct change, the counts, and what to run.
struct ChangeSummaryText {
  let report: ChangeReport
  let colors: Bool

  var text: TerminalText {
    let lines = report.lines
    var text: TerminalText = ""
    for line in lines { text += entry(line) }
    for admission in report.admissions { text += Self.line(admission) + "\n" }
    return lines.isEmpty ? text : text + Self.counts(lines) + "\n"
  }

  private func entry(_ line: ChangeLine) -> TerminalText {
    let meaning = line.first.meaning
    let word: TerminalText = "\(meaning.rawValue)"
    var text = word.padded(to: 12).painted(colors ? ChangeText.color(meaning) : nil) + "  "
    text += Self.title(line)
    let source = ChangeText.source(line)
    text += ": " + ChangeText.reach(line.reach, templates: line.templates)
    if !source.isEmpty { text += ", " + source }
    text += "\n"
    if let note = ChangeText.note(line.first) { text += "              " + note + "\n" }
    if meaning == .loosened || meaning == .incomparable, let witness = line.witness {
      text += "              seen in: " + ChangeText.witness(witness) + "\n"
    }
    return text
  }

  /// Describes the change in a few words.
  static func title(_ line: ChangeLine) -> TerminalText {
    let change = line.first
    let values = ChangeText.values(change.before, change.after)
    switch change.kind {
    case .namespace:
      return change.before == nil
        ? "namespace added, held to \(ChangeText.value(change.after))"
        : "namespace removed, no longer held to \(ChangeText.value(change.before))"
    case .cluster:
      return change.before == nil ? "cluster added" : "cluster removed"
    case .template:
      return change.before == nil
        ? "template \(ChangeText.value(change.after)) added"
        : "template \(ChangeText.value(change.before)) removed"
    case .patch where change.before == nil: return "\(change.path.description) added"
    case .patch where change.after == nil: return "\(change.path.description) removed"
    default: break
    }
    let subject: TerminalText = "\(line.subject.description)"
    return change.isMove ? "\(subject) moved: \(values)" : "\(subject) \(values)"
  }

  /// A pod that is admitted on one side only, on a line.
  static func line(_ admission: ChangeReport.Admission) -> TerminalText {
    let count = admission.namespaces.count.counted("namespace")
    let word: TerminalText = admission.isAdmitted ? "now admitted" : "now refused"
    return
      "\(word.padded(to: 12))  \(admission.task) task, template \(admission.template): \(count) of \(admission.cluster)"
  }

  /// `1 loosened, 2 neutral`.
  static func counts(_ lines: [ChangeLine]) -> TerminalText {
    let words = [Meaning.loosened, .incomparable, .tightened, .neutral].compactMap {
      meaning -> String? in
      let count = lines.count { $0.first.meaning == meaning }
      return count == 0 ? nil : "\(count) \(meaning.rawValue)"
    }
    return "\(words.joined(separator: ", "))"
  }
}
