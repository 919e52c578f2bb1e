import Compare
import Deployments
import Diagnostics
import Files
import Pipeline

/// `generate`: writes what differs.
struct Generate {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(WriteFault) {
      let report = try plan.write(to: session.options.output)
      for (index, cluster) in report.clusters.enumerated() {
        session.streams.output(line(cluster))
        if index < plan.clusters.count { session.streams.output(patches(plan.clusters[index])) }
      }
      for drift in report.overwritten {
        session.streams.error("rewritten: \(drift.path) (edited by hand)\n")
      }
      if let first = report.lineEnds.first {
        let more = report.lineEnds.count > 1 ? " and \(report.lineEnds.count - 1) more" : ""
        session.streams.error(
          "rewritten: \(first.path)\(more) (only line endings differed)\n hint: \(session.lineEndsAdvice)\n"
        )
      }
      for drift in report.left {
        session.streams.error("left alone: \(drift.path) (\(drift.kind.rawValue))\n")
      }
      return .success
    } catch {
      switch error {
      case .file(let error): session.print(error, writing: true)
      case .inTheWay(let drift):
        session.streams.error(
          "nothing was written:\n" + DriftTable(drift: drift, session: session).text)
      }
      return .failure
    }
  }

  private func line(_ cluster: WriteReport.Cluster) -> TerminalText {
    let counts = [
      (cluster.created, "new"), (cluster.replaced, "changed"), (cluster.removed, "removed"),
      (cluster.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let summary = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    return "\(FilePath.join(session.options.output, cluster.name)): \(summary)\n"
  }

  /// A line for each patch that is needed, planned or deployed.
  private func patches(_ cluster: PlannedCluster) -> TerminalText {
    let shown = cluster.patches.filter {
      $0.isPlanned || $0.isDeployed || $0.patch.state == .applied
    }
    let names = shown.map { "\($0.name)" as TerminalText }
    let width = names.map(\.width).max() ?? 0
    return zip(shown, names).map { patch, name in
      let state =
        patch.isDeployed
        ? "deployed" : patch.isPlanned ? "patch for review" : patch.patch.state.rawValue
      let effect = patch.patch.isModeled ? "" : "; its effect on pods is not modeled"
      let shapes = patch.patch.isVerified ? "" : "; its shapes are not verified"
      return "  \(name.padded(to: width))  \(state)\(shapes)\(effect)\n"
    }.joined()
  }
}
