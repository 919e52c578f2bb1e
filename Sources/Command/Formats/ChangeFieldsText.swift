import Changes
import Diagnostics
import Values

/// A report field by field: each path as the files have it, equal changes once.
struct ChangeFieldsText {
  let report: ChangeReport
  let colors: Bool

  var text: TerminalText { report.changes.map(entry).joined() }

  private func entry(_ change: Change) -> TerminalText {
    let code = colors ? ChangeText.color(change.meaning) : nil
    let meaning: TerminalText = "\(change.meaning.rawValue)"
    var text: TerminalText = "\(change.path.description): "
    text += meaning.painted(code) + "\n"
    if change.isMove {
      text += "  moved: \(ChangeText.values(change.before, change.after))\n"
    } else {
      if let before = change.before { text += "  - \(ChangeText.value(before))\n" }
      if let after = change.after { text += "  + \(ChangeText.value(after))\n" }
    }
    text += "  in " + ChangeText.reach(change.reach, templates: change.templates) + "\n"
    if let span = change.origin?.span { text += "  from \(span.file.path):\(span.line)\n" }
    if let note = ChangeText.note(change) { text += "  " + note + "\n" }
    if let witness = change.witness { text += "  seen in: " + ChangeText.witness(witness) + "\n" }
    return text
  }
}
