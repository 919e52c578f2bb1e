import Charts
import Config
import Deployments
public import Diagnostics
import Hardening
import Model
import Output
import Patching
import TemplateLookup
import Values

/// The walk: config ▶ model ▶ sources ▶ choice ▶ deployments ▶ checks ▶ patches ▶ plan.
///
/// Each stage goes over all clusters and reports all its faults. A plan exists only when nothing is
/// left that can fail.
public struct Walk: Sendable {
  /// The options of the run.
  public let options: RunOptions

  /// Makes a walk.
  public init(options: RunOptions) { self.options = options }

  /// Walks up to the plan; nil after an error.
  /// - Parameter mayRefuse: true if pods that stay refused are no error.
  public func plan(
    mayRefuse: Bool = false, into diagnostics: inout DiagnosticList
  ) -> Plan? {
    guard let config = hardened(into: &diagnostics) else { return nil }
    let planned = config.clusters.map {
      $0.plan(config.templates.patches, into: &diagnostics)
    }
    guard !diagnostics.hasErrors else { return nil }
    PodChecks.run(config.clusters, into: &diagnostics)
    if !mayRefuse {
      for cluster in config.clusters { ShortfallCheck(hardened: cluster).run(into: &diagnostics) }
      guard !diagnostics.hasErrors else { return nil }
    }
    return Plan(
      renderings: planned.map { Rendering(cluster: $0, templates: config.templates.output) },
      isWhole: options.clusters.isEmpty,
      outdatedSources: TextSet(config.clusters.compactMap(\.survey.outdatedFolder)).sorted())
  }

  /// Walks up to the deployments and their checks; nil where there is nothing to go on with.
  /// - Parameter untold: what the checks leave to be told elsewhere.
  func hardened(
    besides untold: Set<DiagnosticID> = [], into diagnostics: inout DiagnosticList
  ) -> HardenedConfig? {
    guard let model = model(into: &diagnostics),
      let templates = WalkTemplates.read(for: model, into: &diagnostics)
    else { return nil }
    var values = ValuesReading(templates.output.charts)
    let installed = values.read(model.clusters, into: &diagnostics)
    var rules = RulesReading()
    let ruled = rules.read(installed, into: &diagnostics)
    let surveyed = SurveyedCluster.survey(ruled, templates, into: &diagnostics)
    // All reading ends here.
    let clusters = surveyed.map {
      HardenedCluster($0, options, into: &diagnostics)
    }
    let reach = DeploymentChecks.run(clusters, besides: untold, into: &diagnostics)
    for (chart, template) in templates.output.charts.sorted(by: { $0.key < $1.key }) {
      template.checkSlots(
        for: clusters.map(\.deployment).filter { $0.chart == chart }, into: &diagnostics)
    }
    return HardenedConfig(
      templates: templates, clusters: clusters, layers: model.layers, reach: reach)
  }

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
}
