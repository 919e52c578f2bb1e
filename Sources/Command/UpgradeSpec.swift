import Changes
import CommandLine

extension Upgrade {
  /// `upgrade` on the command line.
  static let command = Tool.Command(
    CommandSpec(
      name: "upgrade",
      summary: "Show what another release of Flyte or Kubernetes would change in each cluster.",
      discussion: """
        Each cluster is recomputed for the target release, unpatched, and compared with its current
        state: what must change first, which patches and settings are added or removed, what changes in
        pods and what it means, the release from which different pods are refused, what changed upstream,
        and the order of the steps. 'latest' is the newest known release of the cluster's line.

        Nothing is written. The exit status is 1 if something must change first or a pod that is admitted
        now would be refused; '--fail-on' changes that.
        """,
      options: [
        OptionSpec(
          name: "to", value: .text("VERSION"),
          summary: "the target release, or 'latest' (default: latest)"),
        OptionSpec(
          name: "kubernetes", value: .text("VERSION"),
          summary: "the target Kubernetes version, '1.34' (default: the cluster's own)"),
        OptionSpec(
          name: "fail-on", value: .choice(UpgradeBar.allCases.map(\.rawValue)),
          defaultValue: "broken", summary: "when the exit status is 1"),
        Tool.config, Tool.cluster, Tool.color,
      ]), action: Upgrade.self)
}

/// The findings that make `upgrade` fail.
enum UpgradeBar: String, CaseIterable {
  /// Something must change first, or a pod that is admitted now would be refused.
  case broken
  /// Also a change of pods that loosens something, or for which no order is defined.
  case loosened
  /// None.
  case never
}
