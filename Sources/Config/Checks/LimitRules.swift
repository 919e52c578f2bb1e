import Diagnostics
import Judges
import PodAPI
import Values

/// Holds an item of a LimitRange against the API server's rules for it: one that it would refuse
/// limits no pod.
struct LimitRules {
  let tree: OriginTree
  let item: LimitItem

  func check(into diagnostics: inout DiagnosticList) {
    atMost("min", "max", into: &diagnostics)
    if item.kind == .pod { noDefaults(into: &diagnostics) } else { defaults(into: &diagnostics) }
    for entry in tree["maxLimitRequestRatio"]?.entries ?? [] {
      guard let text = entry.value.string, Quantity.exceeds("1", text) else { continue }
      diagnostics.error(
        .wrongValue, "a limit cannot be less than its request, so a ratio of \(text) fits no pod",
        at: entry.value.origin.span, hint: "write 1 or more")
    }
  }

  private static let defaultKeys = ["default", "defaultRequest"]

  private func noDefaults(into diagnostics: inout DiagnosticList) {
    for key in Self.defaultKeys {
      guard let said = tree[key] else { continue }
      diagnostics.error(
        .wrongValue, "'\(key)' cannot be set for type 'Pod': only containers have defaults",
        at: said.origin.span, hint: "move it to an item of type 'Container'")
    }
  }

  private func defaults(into diagnostics: inout DiagnosticList) {
    for key in Self.defaultKeys {
      atMost(key, "max", into: &diagnostics)
      atMost("min", key, into: &diagnostics)
    }
    atMost("defaultRequest", "default", into: &diagnostics)
  }

  /// Each amount of one key against that of another.
  private func atMost(_ key: String, _ other: String, into diagnostics: inout DiagnosticList) {
    for entry in tree[key]?.entries ?? [] {
      guard let text = entry.value.string, let most = tree[other]?[entry.key]?.string,
        Quantity.exceeds(text, most)
      else { continue }
      diagnostics.error(
        .wrongValue, "'\(key)' of \(entry.key) is \(text), which is more than '\(other)', \(most)",
        at: entry.value.origin.span, hint: "write \(most) or less, or raise '\(other)'")
    }
  }
}
