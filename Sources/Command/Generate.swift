import Compare
import Files
import Pipeline
import Setup

/// `generate`: writes what differs.
struct Generate {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(WriteFault) {
      let report = try plan.write(to: session.options.output)
      for (index, cluster) in report.clusters.enumerated() {
        session.streams.output(line(cluster))
        if index < plan.setups.count { session.streams.output(remedies(plan.setups[index])) }
      }
      for drift in report.overwritten {
        session.streams.error("written anew: \(drift.path) (edited by hand)\n")
      }
      if let first = report.lineEnds.first {
        let more = report.lineEnds.count > 1 ? " and \(report.lineEnds.count - 1) more" : ""
        session.streams.error(
          "written anew: \(first.path)\(more) (only line ends differed)\n hint: \(session.lineEndsAdvice)\n"
        )
      }
      for drift in report.left {
        session.streams.error("left as it is: \(drift.path) (\(drift.kind.rawValue))\n")
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

  private func line(_ cluster: WriteReport.Cluster) -> String {
    let counts = [
      (cluster.created, "new"), (cluster.replaced, "changed"), (cluster.removed, "removed"),
      (cluster.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let summary = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    return "\(FilePath.join(session.options.output, cluster.name)): \(summary)\n"
  }

  /// A line for each remedy that is needed, planned or deployed.
  private func remedies(_ setup: ClusterSetup) -> String {
    let shown = setup.remedies.filter { $0.isPlanned || $0.isDeployed || $0.state == .applied }
    let width = shown.map(\.name.count).max() ?? 0
    return shown.map { remedy in
      let name = remedy.name + String(repeating: " ", count: width - remedy.name.count)
      let state =
        remedy.isDeployed
        ? "deployed" : remedy.isPlanned ? "patch for review" : remedy.state.rawValue
      let effect = remedy.isModelled ? "" : "; its effect on pods is not modelled"
      let shapes = remedy.isVerified ? "" : "; its shapes are not verified"
      return "  \(name)  \(state)\(shapes)\(effect)\n"
    }.joined()
  }
}
