import Diagnostics
import Model
import Values

/// Reads `accept`: the findings that the user lives with.
enum AcceptReader {
  /// The name that accepts refused pods.
  private static let refused = "audit/refused"

  static func lines(
    _ tree: OriginTree?, into diagnostics: inout DiagnosticList
  ) -> [AcceptLine] {
    guard let tree, !tree.isBroken else { return [] }
    if tree.items.count > ConfigLimits.acceptances {
      diagnostics.error(
        .configTooLarge, "the cluster has more than \(ConfigLimits.acceptances) lines of 'accept'",
        at: tree.origin.span, hint: "select more with each of them")
      return []
    }
    return tree.items.compactMap { line($0, into: &diagnostics) }
  }

  private static func line(
    _ tree: OriginTree, into diagnostics: inout DiagnosticList
  ) -> AcceptLine? {
    guard !tree.holdsBroken else { return nil }
    func names(_ key: String) -> [Located<String>]? {
      tree[key].map { node in
        node.items.compactMap { item in item.string.map { Located($0, origin: item.origin) } }
      }
    }
    guard let finding = tree["finding"], let name = finding.string else {
      diagnostics.error(
        .missingKey, "an acceptance must say what it accepts: 'finding' is missing",
        at: tree.origin.span, hint: "add 'finding: \(refused)', or another finding of 'audit'")
      return nil
    }
    let reason = tree["reason"]?.string
    guard let reason, reason.utf8.contains(where: { $0 > 0x20 }) else {
      diagnostics.error(
        .missingKey,
        "an acceptance needs a reason: 'reason' is \(reason == nil ? "missing" : "blank")",
        at: (tree["reason"] ?? finding).origin.span,
        hint: "say why you live with it: 'reason: \"helpers move in Q1\"'")
      return nil
    }
    if let tasks = tree["task"], name != refused {
      diagnostics.error(
        .wrongValue, "'task' selects refused pods only, and the line accepts '\(name)'",
        at: tasks.origin.span, hint: "remove it, or write 'finding: \(refused)'")
      return nil
    }
    return AcceptLine(
      finding: Located(name, origin: finding.origin), tasks: names("task"),
      templates: names("template"),
      selectors: AssignEntry.Selector.allCases.compactMap { key in
        names(key.rawValue).map { .init(key: key.rawValue, values: $0.map(\.value)) }
      }, reason: reason, until: tree["until"]?.string.flatMap { CalendarDay($0) },
      origin: finding.origin)
  }
}
