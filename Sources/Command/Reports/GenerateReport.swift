import Compare
import Deployments
import Files
import Pipeline

/// The result of `generate`.
struct GenerateReport {
  /// A cluster's folder.
  struct Cluster {
    /// The folder, the output folder's name in front.
    let path: String
    let files: WriteReport.Cluster
    /// The patches that are needed, planned or deployed; none of a cluster that is no longer in the
    /// config.
    let patches: [ChosenPatch]
  }

  let clusters: [Cluster]
  /// Files that were edited by hand and are written again.
  let overwritten: [Drift]
  /// Files that differed in their line ends only and are written again.
  let lineEnds: [Drift]
  let lineEndsAdvice: String
  /// Files that are not generated and were left.
  let left: [Drift]

  init(_ written: WriteReport, _ plan: Plan, _ session: Session) {
    clusters = written.clusters.enumerated().map { index, files in
      let patches = index < plan.clusters.count ? plan.clusters[index].patches : []
      return Cluster(
        path: FilePath.join(session.options.output, files.name), files: files,
        patches: patches.filter { $0.isPlanned || $0.isDeployed || $0.patch.state == .applied })
    }
    overwritten = written.overwritten
    lineEnds = written.lineEnds
    lineEndsAdvice = session.lineEndsAdvice
    left = written.left
  }
}
