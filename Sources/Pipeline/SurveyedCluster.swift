import Diagnostics
import Flyte
import Model
import Patching

/// A cluster, and what is known of its Flyte.
struct SurveyedCluster {
  let cluster: Cluster
  let survey: SourceSurvey
  /// The tasks that it is judged for; nil: the usual ones.
  let tasks: [JudgedTask]?

  /// Looks at the sources of all clusters. Those with a fault are left out.
  static func survey(
    _ clusters: [Cluster], _ templates: WalkTemplates, into diagnostics: inout DiagnosticList
  ) -> [SurveyedCluster] {
    var sources = SurveyedSources()
    var tasks = ClusterTasks()
    return clusters.compactMap { cluster in
      let own = tasks.read(cluster, into: &diagnostics)
      return SourceSurvey.run(cluster, &sources, templates.patches, into: &diagnostics).map {
        SurveyedCluster(cluster: cluster, survey: $0, tasks: own)
      }
    }
  }
}
