import Deployments
import Diagnostics
import Flyte
import Hardening
import Judges
import Model
import Patching
import TemplateLookup

/// The clusters of a config whose deployments are made, and the texts that their files are made of.
struct HardenedConfig {
  let templates: WalkTemplates
  let clusters: [HardenedCluster]
  /// The profiles as they are written.
  let layers: [ProfileLayer]
  /// The values of the profiles of each cluster that have no effect.
  let reach: [[[Diagnostic]]]
}

/// A cluster whose patches are chosen and whose deployment is made.
struct HardenedCluster {
  let cluster: Cluster
  let survey: SourceSurvey
  let hardening: Hardening
  let deployment: Deployment
  /// The need of patches and policies; nil if too many pods would have to be tried.
  let necessity: Necessity.Result?
  /// True if the config and the sources agree about the patches.
  let isConsistent: Bool
  /// The names of the patches that files are made of.
  private let planned: [String]

  /// Chooses the patches; contradictions go to `diagnostics`. The rest cannot fail.
  init(
    _ surveyed: SurveyedCluster, _ options: RunOptions, into diagnostics: inout DiagnosticList
  ) {
    cluster = surveyed.cluster
    survey = surveyed.survey
    let before = diagnostics.errorCount
    let asked = PatchSelection.choose(
      for: cluster, findings: survey.findings, hasSource: survey.hasSource, into: &diagnostics)
    isConsistent = diagnostics.errorCount == before
    necessity = Self.necessity(surveyed, asked)
    let choice = necessity?.choice ?? asked
    var needsPolicies = false
    if case .automatic = cluster.policies { needsPolicies = necessity?.needsPolicies ?? true }
    // Patches that contradict each other make no files to complain of once more.
    planned = isConsistent ? choice.planned : []
    hardening = Hardening(
      cluster: cluster, choice: options.assumesPatched ? choice.deployingPlanned : choice,
      sources: survey.behaviors, needsPolicies: needsPolicies)
    var deployment = hardening.deployment
    if let tasks = surveyed.tasks { deployment.tasks = tasks }
    deployment.tasks += options.tasks
    self.deployment = deployment
  }

  /// The most sets of templates whose pods are tried to find out which changes are needed; with more, all
  /// that may be used count as needed.
  private static let mostTried = 1000

  private static func necessity(
    _ surveyed: SurveyedCluster, _ asked: PatchSelection
  ) -> Necessity.Result? {
    guard surveyed.cluster.triedSets <= mostTried else { return nil }
    return Necessity(
      cluster: surveyed.cluster, choice: asked, sources: surveyed.survey.behaviors,
      tasks: surveyed.tasks
    ).result
  }

  /// Makes the patch files; what is written of the cluster comes back.
  func plan(
    _ templates: PatchTemplates, into diagnostics: inout DiagnosticList
  ) -> PlannedCluster {
    let files = survey.patches(for: planned, templates, into: &diagnostics)
    return hardening.plan(deployment, files: files, source: survey.source)
  }
}

extension Cluster {
  /// The number of sets that differ in templates or SCCs: amounts decide nothing about what is needed.
  fileprivate var triedSets: Int {
    let constraints = templateSets.enumerated().reduce(into: [Int: Set<ConstraintSetup?>]()) {
      $0[$1.element.like ?? $1.offset, default: []].insert($1.element.rules.constraints)
    }
    return constraints.values.reduce(0) { $0 + $1.count }
  }
}
