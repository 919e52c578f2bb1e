import Compare
import Diagnostics
import Files
import Pipeline

/// What drifted as text: a line a file, then what mends each kind.
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
    for command in Self.commands where kinds.contains(where: command.mends) {
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

  private struct Mending {
    let name: String
    let purpose: String
    let mends: @Sendable (Drift.Kind) -> Bool
  }

  /// Commands stand on lines of their own, to be pasted.
  private static let commands = [
    Mending(name: "diff", purpose: "to see what would be lost") { $0 == .edited },
    Mending(name: "generate", purpose: "to mend it") {
      ![.editedStale, .foreign, .outdated, .uncertain].contains($0)
    },
  ]

  private func fix(_ kind: Drift.Kind) -> String {
    switch kind {
    case .missing: "not there; 'generate' writes it"
    case .changed: "config, templates or sources changed since; 'generate' writes it again"
    case .lineEnds:
      "only line ends differ, as git changes them on checkout; \(session.lineEndsAdvice); 'generate' writes it again"
    case .edited: "edited by hand; say it in the config, then 'generate' writes it again"
    case .stale: "no longer generated; 'generate' removes it"
    case .editedStale:
      "no longer generated, and edited by hand; remove it with 'rm' once you have what you need of it"
    case .unfinished: "left by a run that was interrupted; 'generate' removes it"
    case .outdated: "no longer what its repository has; the warning above says how to copy it again"
    case .foreign: "never generated; move it out of \(foreignPlaces), or remove it with 'rm'"
    case .inTheWay:
      "never generated, and a generated file has its name; move it away with 'mv', then run 'generate'"
    case .ofAnother:
      "its 'setup.yaml' names another cluster; move it away with 'mv', then run 'generate'"
    case .uncertain: "not certainly generated; nothing touches it"
    case .obstructed:
      "a link, a folder or a file where something else is generated; move it away with 'mv', then run 'generate'"
    }
  }
}
