import Config
public import Diagnostics
import Hardening
import Model
import Origins
import Output
import Setup

/// The walk: read ▶ check ▶ survey ▶ choose ▶ compose ▶ setup ▶ render.
///
/// Each stage reports all its faults, then the walk stops. A plan exists only when nothing is left
/// that can fail.
public struct Walk: Sendable {
  /// What the run was told.
  public let options: RunOptions

  /// Makes a walk.
  public init(options: RunOptions) { self.options = options }

  /// Walks up to the plan; nil after an error.
  public func plan(into diagnostics: inout DiagnosticList) -> Plan? {
    guard let model = model(into: &diagnostics) else { return nil }
    let library = TemplateLibrary(users: model.templatesFolder?.value)
    let templates = templates(for: model, library, into: &diagnostics)
    let remedies = RemedyTemplates.read(library, into: &diagnostics)
    guard let templates, let remedies else { return nil }
    var setups: [ClusterSetup] = []
    var outdated: TextSet = []
    var templateCheck = TemplateCheck(placeholder: Self.placeholder)
    var reachCheck = ReachCheck()
    // All reading ends here.
    var surveys: [(cluster: Cluster, survey: SourceSurvey)] = []
    var sources = SurveyedSources()
    for cluster in model.clusters {
      let survey = SourceSurvey.run(cluster, &sources, remedies: remedies, into: &diagnostics)
      if let survey { surveys.append((cluster, survey)) }
    }
    for (cluster, survey) in surveys {
      if let folder = survey.outdatedFolder { outdated.insert(folder) }
      let before = diagnostics.errorCount
      let choice = CureChoice.choose(
        for: cluster, findings: survey.findings, hasSource: survey.hasSource, into: &diagnostics)
      // Remedies that contradict each other make no patches to complain of once more.
      let planned = diagnostics.errorCount == before ? choice.planned : []
      let hardening = Hardening(
        cluster: cluster, choice: options.assumesPatched ? choice.deployingPlanned : choice,
        sources: survey.behaviours)
      ClusterCheck(cluster: cluster, behaviours: hardening.running).run(into: &diagnostics)
      templateCheck.run(cluster, running: hardening.running, into: &diagnostics)
      // Of pods that are refused it does not matter what they have.
      if diagnostics.errorCount == before {
        reachCheck.run(cluster, running: hardening.running, into: &diagnostics)
      }
      let patches = survey.patches(for: planned, remedies: remedies, into: &diagnostics)
      setups.append(
        hardening.setup(
          patches: patches, source: survey.source, placeholder: Self.placeholder))
    }
    guard !diagnostics.hasErrors else { return nil }
    for ((cluster, _), setup) in zip(surveys, setups) {
      PrimaryPodCheck(setup).run(into: &diagnostics)
      SecretCheck(cluster: cluster, setup: setup).run(into: &diagnostics)
    }
    return Plan(
      renderings: setups.map { Rendering(setup: $0, templates: templates) },
      isWhole: options.clusters.isEmpty, outdatedSources: outdated.sorted())
  }

  /// The image of the containers of a PodTemplate. It has a tag, or the API server would fill in
  /// `imagePullPolicy: Always`; nothing serves it, so that a container that runs by mistake fails at
  /// once and visibly.
  static let placeholder = "placeholder.invalid/not-pulled:v1"

  /// The checked config; nil after a fault.
  func model(into diagnostics: inout DiagnosticList) -> Model? {
    guard let files = ConfigReading.read(options.config, into: &diagnostics) else { return nil }
    let config = Config(files: files, into: &diagnostics)
    let library = TemplateLibrary(users: config.templatesFolder?.value)
    library.checkUsers(at: config.templatesFolder?.origin.span, into: &diagnostics)
    let before = diagnostics.errorCount
    let builtins = library.files(in: "Profile", ending: ".yaml", into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    let model = config.model(
      builtins: builtins, clusters: options.clusters, into: &diagnostics)
    return diagnostics.hasErrors ? nil : model
  }

  private func templates(
    for model: Model, _ library: TemplateLibrary, into diagnostics: inout DiagnosticList
  ) -> OutputTemplates? {
    let pod = library.file("PodTemplate/pod-template.yaml", into: &diagnostics)
    var charts: TextMap<SourceFile> = [:]
    for chart in TextSet(model.clusters.compactMap { $0.chart?.value }).sorted() {
      charts[chart] = library.file("Helm/\(chart).yaml", into: &diagnostics)
    }
    guard let pod, !diagnostics.hasErrors else { return nil }
    return OutputTemplates.load(podTemplate: pod, charts: charts, into: &diagnostics)
  }
}
