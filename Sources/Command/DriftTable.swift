import Compare
import Diagnostics
import Files
import Pipeline

/// The drift as text: one line per file, then the fix for each kind.
struct DriftTable {
  let drift: [Drift]
  let session: Session

  var text: TerminalText {
    let width = drift.map(\.kind.rawValue.count).max() ?? 0
    var text = drift.map { item -> TerminalText in
      let kind: TerminalText = "\(item.kind.rawValue)"
      return "\(kind.padded(to: width))  \(item.path)\n"
    }.joined()
    let kinds = Set(drift.map(\.kind))
    for kind in Drift.Kind.allCases where kinds.contains(kind) {
      text += "\(kind.rawValue): \(fix(kind))\n"
    }
    for command in Self.commands where kinds.contains(where: command.fixes) {
      text += "\(command.purpose):\n  \(session.command(command.name))\n"
    }
    return text
  }

  /// The folders of the clusters that foreign files lie in: beside these, what is in the output folder
  /// is the user's.
  private var foreignPlaces: String {
    // What stands before the cluster's name, which is nothing for the current folder.
    let start = FilePath.join(session.options.output, "x").utf8.count - 1
    let places = drift.filter { $0.kind == .foreign }.map { item in
      let name = item.path.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "/") }
      return String(decoding: Array(item.path.utf8.prefix(start)) + Array(name), as: UTF8.self)
    }
    let distinct = TextSet(places).sorted()
    let shown = distinct.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return shown + (distinct.count > 3 ? " and \(distinct.count - 3) more" : "")
  }

  private struct FixCommand {
    let name: String
    let purpose: String
    let fixes: @Sendable (Drift.Kind) -> Bool
  }

  /// Commands stand on lines of their own, to be pasted.
  private static let commands = [
    FixCommand(name: "diff", purpose: "to see what would be lost") { $0 == .edited },
    FixCommand(name: "generate", purpose: "to fix it") {
      ![.editedStale, .foreign, .outdated, .uncertain].contains($0)
    },
  ]

  private func fix(_ kind: Drift.Kind) -> String {
    switch kind {
    case .missing: "does not exist; 'generate' writes it"
    case .changed: "the config, templates or sources have changed; 'generate' updates it"
    case .lineEnds:
      "only the line endings differ, as git changes them on checkout; \(session.lineEndsAdvice); 'generate' rewrites it"
    case .edited: "edited by hand; make the change in the config, then 'generate' rewrites it"
    case .stale: "no longer generated; 'generate' removes it"
    case .editedStale:
      "no longer generated, and edited by hand; save what you need, then remove it with 'rm'"
    case .unfinished: "left by an interrupted run; 'generate' removes it"
    case .outdated: "no longer matches its repository; the warning above shows how to copy it again"
    case .foreign: "not generated; move it out of \(foreignPlaces), or remove it with 'rm'"
    case .inTheWay:
      "not generated, but a generated file needs this name; move it with 'mv', then run 'generate'"
    case .ofAnother:
      "its 'setup.yaml' names another cluster; move it with 'mv', then run 'generate'"
    case .uncertain: "may not be generated, so it is left alone"
    case .obstructed:
      "a link, folder or file in the place of something that is generated; move it with 'mv', then run 'generate'"
    }
  }
}
