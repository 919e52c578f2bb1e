import Compare
import Deployments
import Diagnostics
import Pipeline

/// The result of `generate` as text.
struct GenerateText {
  let report: GenerateReport

  var printout: Printout {
    var text = Printout(report.clusters.map { line($0) + patches($0) }.joined())
    for drift in report.overwritten {
      text.error("rewritten: \(drift.path) (edited by hand)\n")
    }
    if let first = report.lineEnds.first {
      let more = report.lineEnds.count > 1 ? " and \(report.lineEnds.count - 1) more" : ""
      text.error(
        "rewritten: \(first.path)\(more) (only line endings differed)\n hint: \(report.lineEndsAdvice)\n"
      )
    }
    for drift in report.left {
      text.error("left alone: \(drift.path) (\(drift.kind.rawValue))\n")
    }
    return text
  }

  private func line(_ cluster: GenerateReport.Cluster) -> TerminalText {
    let files = cluster.files
    let counts = [
      (files.created, "new"), (files.replaced, "changed"), (files.removed, "removed"),
      (files.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let summary = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    return "\(cluster.path): \(summary)\n"
  }

  private func patches(_ cluster: GenerateReport.Cluster) -> TerminalText {
    let names = cluster.patches.map { "\($0.name)" as TerminalText }
    let width = names.map(\.width).max() ?? 0
    return zip(cluster.patches, names).map { patch, name in
      let state =
        patch.isDeployed
        ? "deployed" : patch.isPlanned ? "patch for review" : patch.patch.state.rawValue
      let effect = patch.patch.isModeled ? "" : "; its effect on pods is not modeled"
      let shapes = patch.patch.isVerified ? "" : "; its shapes are not verified"
      return "  \(name.padded(to: width))  \(state)\(shapes)\(effect)\n"
    }.joined()
  }
}
