import Diagnostics
import Model
import Patching

/// A cluster, and what is known of its Flyte.
struct SurveyedCluster {
  let cluster: Cluster
  let survey: SourceSurvey

  /// Looks at the sources of all clusters. Those with a fault are left out.
  static func survey(
    _ clusters: [Cluster], _ templates: WalkTemplates, into diagnostics: inout DiagnosticList
  ) -> [SurveyedCluster] {
    var sources = SurveyedSources()
    return clusters.compactMap { cluster in
      SourceSurvey.run(cluster, &sources, templates.patches, into: &diagnostics).map {
        SurveyedCluster(cluster: cluster, survey: $0)
      }
    }
  }
}
