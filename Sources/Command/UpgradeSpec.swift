import Changes
import CommandLine

extension Upgrade {
  /// `upgrade` on the command line.
  static let command = Tool.Command(
    CommandSpec(
      name: "upgrade",
      summary: "Show what another release of Flyte or Kubernetes would change in each cluster.",
      discussion: """
        Each cluster is computed once more at the release, as its makers built it, and compared with
        itself: what must change first, which patches and settings appear or go, what changes in pods and
        what it means, from which release on other pods are refused, what Flyte's makers changed, and the
        order of the steps. 'latest' is the newest release of the cluster's line that is known.

        Nothing is written. The exit status is 1 if something must change first or a pod that is let in
        now would be refused; '--fail-on' changes that.
        """,
      options: [
        OptionSpec(
          name: "to", value: .text("VERSION"),
          summary: "the release to go to, or 'latest' (default: latest)"),
        OptionSpec(
          name: "kubernetes", value: .text("VERSION"),
          summary: "the Kubernetes version to go to, '1.34' (default: the cluster's own)"),
        OptionSpec(
          name: "fail-on", value: .choice(UpgradeBar.allCases.map(\.rawValue)),
          defaultValue: "broken", summary: "when the exit status is 1"),
        Tool.config, Tool.cluster, Tool.color,
      ]), action: Upgrade.self)
}

/// The findings that make `upgrade` fail.
enum UpgradeBar: String, CaseIterable {
  /// Something must change first, or a pod that is let in now would be refused.
  case broken
  /// Also a change of pods that loosens something or that no order knows.
  case loosened
  /// None.
  case never
}
