import Compare
import Diagnostics
import Files
import Pipeline

/// Files that are not as the config produces them, and what to do about them.
struct DriftReport {
  /// The fix for the files of a kind.
  struct Fix {
    let kind: Drift.Kind
    let words: String
  }

  /// A command that helps with some of the files, to be pasted into a shell.
  struct Command {
    let purpose: String
    let line: String
    /// The kinds that it helps with.
    let kinds: [Drift.Kind]
  }

  /// The output folder.
  let output: String
  /// The files and folders, in byte order of the paths.
  let drift: [Drift]
  /// Folders beside the clusters' that look generated, and were not checked.
  let uncertain: [Drift]
  /// One for each kind that occurs.
  let fixes: [Fix]
  let commands: [Command]

  var isUpToDate: Bool { drift.isEmpty }

  init(_ drift: [Drift], uncertain: [Drift] = [], session: Session) {
    output = session.options.output
    self.drift = drift
    self.uncertain = uncertain
    let kinds = Set(drift.map(\.kind))
    let words = DriftFixes(
      foreignFolders: Self.foreignFolders(drift, in: session.options.output),
      lineEndsAdvice: session.lineEndsAdvice)
    fixes = Drift.Kind.allCases.filter(kinds.contains).map {
      Fix(kind: $0, words: words.words(for: $0))
    }
    commands = DriftFixes.commands.compactMap { command in
      let helped = Drift.Kind.allCases.filter { kinds.contains($0) && command.fixes($0) }
      guard !helped.isEmpty else { return nil }
      return Command(
        purpose: command.purpose, line: session.command(command.name), kinds: helped)
    }
  }

  /// The fix for files of a kind.
  func fix(_ kind: Drift.Kind) -> String { fixes.first { $0.kind == kind }?.words ?? "" }

  /// The advice on a file, in lines: its fix, and the commands that help.
  func advice(on drift: Drift) -> [String] {
    [fix(drift.kind)]
      + commands.filter { $0.kinds.contains(drift.kind) }.map { "\($0.purpose): \($0.line)" }
  }

  /// The folders of the clusters that foreign files lie in: beside these, what is in the output folder
  /// is the user's.
  private static func foreignFolders(_ drift: [Drift], in output: String) -> String {
    // The length of what is before the cluster's name, which is nothing for the current folder.
    let start = FilePath.join(output, "x").utf8.count - 1
    let places = drift.filter { $0.kind == .foreign }.map { item in
      let name = item.path.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "/") }
      return String(decoding: Array(item.path.utf8.prefix(start)) + Array(name), as: UTF8.self)
    }
    let distinct = TextSet(places).sorted()
    let shown = distinct.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return shown + (distinct.count > 3 ? " and \(distinct.count - 3) more" : "")
  }
}
