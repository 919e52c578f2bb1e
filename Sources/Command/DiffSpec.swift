import Changes
import CommandLine
import Reports

/// A view of the changes in `diff`.
enum DiffView: String, CaseIterable {
  /// A line for each distinct change.
  case summary
  /// Every path, as the files have it.
  case fields
  /// Lines of files, as git shows them.
  case lines
}

extension Difference {
  /// `diff` on the command line.
  static let spec = CommandSpec(
    name: "diff",
    summary: "Show what generate would change, and what it means for security. Write nothing.",
    discussion: """
      By default, the files that the config produces are compared with those in the output folder.
      '--against REF' compares the output folder with its state in a git commit, and '--between A B'
      compares two folders of generated files, two commits or two configs. Of folders and commits only
      generated files are read: that needs no config and no Flyte sources, and leaves the work tree
      alone.

      Each change is loosened, tightened, incomparable (no order is defined for it) or neutral. This
      is determined from the pods that Flyte creates for every task shape, before and after. The view
      'lines' is a unified diff that 'git apply' accepts.

      The exit status is 1 if anything would change; '--fail-on' changes that.
      """,
    arguments: [
      ArgumentSpec(name: "B", summary: "the second side of '--between'", isOptional: true)
    ],
    options: [
      OptionSpec(
        name: "view", value: .choice(DiffView.allCases.map(\.rawValue)),
        summary:
          "a line for each change, every field, or a unified diff (default: summary on a terminal, else lines)"
      ),
      OptionSpec(
        name: "against", value: .text("REF"),
        summary: "compare the output folder with its state in this git commit"),
      OptionSpec(
        name: "between", value: .text("A"),
        summary: "compare A with B: folders of generated files, git commits, or configs"),
      OptionSpec(
        name: "fail-on", value: .choice(ChangeBar.allCases.map(\.rawValue)),
        defaultValue: "changed",
        summary: "when the exit status is 1; loosened: also if a change is incomparable"),
      Tool.format(ReportFormat.allCases.map(\.rawValue)),
    ] + Tool.common)
}
