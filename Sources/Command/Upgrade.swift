import Changes
import CommandLine
import Diagnostics
import Flyte
import Pipeline
import PodAPI

/// `upgrade`: what another release would change.
struct Upgrade: CommandAction {
  let session: Session

  func run() throws(UsageError) -> ExitStatus {
    let release = try release
    let minor = try minor
    var diagnostics = DiagnosticList()
    let upgrades = Walk(options: session.options).upgrades(
      to: release, kubernetes: minor, into: &diagnostics)
    session.print(diagnostics)
    guard let upgrades, !diagnostics.hasErrors else { return .failure }
    let colors = session.colors(terminal: session.streams.isOutputTerminal)
    let texts = upgrades.map { UpgradeText(upgrade: $0, colors: colors).text }
    session.streams.output(texts.joined(separator: "\n"))
    session.streams.output("\n" + UpgradeText.limits(newest: newest))
    let bar = session.invocation["fail-on"].flatMap(UpgradeBar.init(named:)) ?? .broken
    return upgrades.contains { fails($0, on: bar) } ? .findings : .success
  }

  private func fails(_ upgrade: ClusterUpgrade, on bar: UpgradeBar) -> Bool {
    let isBroken =
      !upgrade.obstacles.isEmpty || upgrade.report.admissions.contains { !$0.isAdmitted }
    return switch bar {
    case .never: false
    case .broken: isBroken
    case .loosened: isBroken || upgrade.report.fails(on: .loosened)
    }
  }

  /// The newest release of each line.
  private var newest: [Release] {
    [Release.Line.v1, .v2].compactMap(Release.newest(of:))
  }

  /// Nil: the newest of each cluster's line.
  private var release: Release? {
    get throws(UsageError) {
      guard let name = session.invocation["to"], name != "latest" else { return nil }
      return try VersionOptions.release(
        name, command: "upgrade", hint: "the newest known are \(newest.map(\.name).listed)")
    }
  }

  private var minor: Int? {
    get throws(UsageError) {
      guard let text = session.invocation["kubernetes"] else { return nil }
      return try VersionOptions.kubernetesMinor(text, command: "upgrade")
    }
  }
}
