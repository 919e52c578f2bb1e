import Diagnostics
import GoPatch
import Patching
import Pipeline

/// The description of a patch.
struct PatchPage {
  let rule: PatchRule

  var text: TerminalText {
    var parts: [TerminalText] = ["\(rule.name)\n\(rule.title)", TerminalText(lines: rule.page)]
    for setting in rule.settings {
      parts.append("Setting: \(setting.path)\n    \(TerminalText(lines: setting.meaning))")
    }
    parts.append(facts.map { "\($0.0): \($0.1)" }.joined(separator: "\n"))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n\n"
  }

  private var facts: [(String, String)] {
    var facts: [(String, String)] = []
    if rule.isOptIn { facts.append(("Made", "only on request")) }
    if !rule.isModeled {
      facts.append(("Effect", "on pods is not modeled: this is your own patch"))
    }
    if !rule.excludes.isEmpty { facts.append(("Not with", rule.excludes.joined(separator: ", "))) }
    if !rule.needs.isEmpty {
      facts.append(("Needs first", rule.needs.joined(separator: " or ")))
    }
    facts += rule.upstreamChanges.map { ("Upstream change", $0) }
    facts += rule.bugs.map { ("Reported in", $0) }
    facts.append(("Rule", rule.source.path))
    return facts
  }
}
