import Diagnostics
import Flyte
import Hardening
import Model
import Setup

/// The rule files and the Go files they add.
struct RemedyTemplates {
  static func read(
    _ library: TemplateLibrary, into diagnostics: inout DiagnosticList
  ) -> RemedyTemplates? {
    RemedyTemplates()
  }
}

/// What is known of a cluster's sources.
struct SourceSurvey {
  let findings: [SourceFinding]
  let hasSource: Bool
  let behaviours: Behaviours
  let source: SourceSetup?

  static func run(
    _ cluster: Cluster, remedies: RemedyTemplates, into diagnostics: inout DiagnosticList
  ) -> SourceSurvey? {
    let behaviours = cluster.flyte.release.behaviours
    return SourceSurvey(
      findings: Remedy.allCases.map { remedy in
        SourceFinding(
          remedy: remedy.rawValue,
          state: behaviours.applying(remedy) == behaviours ? .notNeeded : .needed,
          reason: "by the release's behaviour", isOptIn: remedy.isOptIn, excludes: [])
      }, hasSource: false, behaviours: behaviours, source: nil)
  }

  func patches(
    for names: [String], remedies: RemedyTemplates, into diagnostics: inout DiagnosticList
  ) -> [PatchSetup] { [] }
}
