import Compare

/// The fixes for files that are not as the config produces them, kind by kind.
struct DriftFixes {
  /// The folders that foreign files have to leave, in words.
  let foreignFolders: String
  let lineEndsAdvice: String

  /// A command of this program, and the kinds that it helps with.
  struct Command {
    let name: String
    let purpose: String
    let fixes: @Sendable (Drift.Kind) -> Bool
  }

  static let commands = [
    Command(name: "diff", purpose: "to see what would be lost") { $0 == .edited },
    Command(name: "generate", purpose: "to fix it") {
      ![.editedStale, .foreign, .outdated, .untracked, .ignored, .uncertain].contains($0)
    },
  ]

  func words(for kind: Drift.Kind) -> String {
    switch kind {
    case .missing: "does not exist; 'generate' writes it"
    case .changed: "the config, templates or sources have changed; 'generate' updates it"
    case .lineEnds:
      "only the line endings differ, as git changes them on checkout; \(lineEndsAdvice); 'generate' rewrites it"
    case .edited: "edited by hand; make the change in the config, then 'generate' rewrites it"
    case .stale: "no longer generated; 'generate' removes it"
    case .editedStale:
      "no longer generated, and edited by hand; save what you need, then remove it with 'rm'"
    case .unfinished: "left by an interrupted run; 'generate' removes it"
    case .outdated: "no longer matches its repository; the warning above shows how to copy it again"
    case .untracked: "git does not track it, so a commit lacks it; add it with 'git add'"
    case .ignored:
      "git does not track it, and a '.gitignore' excludes it; remove that line, then add the file with 'git add'"
    case .foreign: "not generated; move it out of \(foreignFolders), or remove it with 'rm'"
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
