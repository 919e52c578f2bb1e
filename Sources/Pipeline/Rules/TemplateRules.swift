import Charts
import Config
import Diagnostics
import Flyte
import Model
import Values

/// The LimitRanges and quotas that Flyte makes for the namespaces of projects, of its own templates.
struct TemplateRules {
  private let resources: ResourceTemplates?
  private let release: Release
  private let hasChart: Bool
  private var known: TextMap<RuleManifests?> = [:]
  /// What was reported already, by template and variable.
  private var told = TextSet()

  init(_ cluster: Cluster) {
    resources = cluster.values.resources
    release = cluster.flyte.release
    hasChart = cluster.chart != nil
  }

  /// The objects of a namespace; those of a namespace without a project and a domain are none.
  /// - Parameter origin: of the entry that asks for them.
  mutating func manifests(
    of place: RuledPlace, at origin: Origin, into diagnostics: inout DiagnosticList
  ) -> [RuleManifests] {
    guard let resources else {
      tell("", missing(at: origin), into: &diagnostics)
      return []
    }
    if let external = resources.external {
      let unseen = Diagnostic(
        .warning, .valuesUnseen,
        "the templates are in the ConfigMap '\(external.value)', whose content is not in the values: no quota of theirs is judged",
        at: external.origin.span, hint: "write the LimitRanges and quotas into the config")
      tell("external", unseen, into: &diagnostics)
    }
    guard let project = place.project, let domain = place.domain else { return [] }
    return resources.templates.compactMap { template in
      let made = resources.manifest(
        of: template, project: project, domain: domain, namespace: place.name)
      guard Self.limits(made.text) else { return nil }
      guard made.unknown.isEmpty else {
        let unseen = Diagnostic(
          .warning, .valuesUnseen,
          "the template '\(template.name)' needs \(made.unknown.map { "'\($0)'" }.listed), which the values do not give for the domain '\(domain)': what it makes is not judged",
          at: template.origin.span ?? origin.span,
          hint: "give it in 'customData', or write the LimitRanges and quotas into the config")
        tell("\(template.name) \(domain)", unseen, into: &diagnostics)
        return nil
      }
      return manifest(made.text, of: template, place, at: origin, into: &diagnostics)
    }
  }

  /// True if a manifest may have a LimitRange or a quota.
  private static func limits(_ text: String) -> Bool {
    text.contains("LimitRange") || text.contains("ResourceQuota")
  }

  private mutating func manifest(
    _ text: String, of template: ResourceTemplates.Template, _ place: RuledPlace,
    at origin: Origin, into diagnostics: inout DiagnosticList
  ) -> RuleManifests? {
    if let found = known[text] { return found }
    var faults = DiagnosticList()
    let made = RuleManifests(
      SourceFile(path: template.name, bytes: Array(text.utf8)),
      at: template.origin.span == nil ? origin : template.origin, into: &faults)
    known[text] = .some(made)
    if made == nil {
      let first = faults.diagnostics.first
      let fault = Diagnostic(
        .error, .wrongValue,
        "the template '\(template.name)' makes no object for '\(place.name)': \(first?.message ?? "")",
        at: template.origin.span ?? origin.span, hint: first?.hint ?? "correct the template")
      tell("\(template.name) is wrong", fault, into: &diagnostics)
    }
    return made
  }

  /// The fault of an entry that asks for templates where there are none.
  private func missing(at origin: Origin) -> Diagnostic {
    Diagnostic(
      .error, .wrongValue,
      hasChart
        ? "\(release.name) makes no LimitRanges and quotas of templates"
        : "without a chart it is not known what Flyte makes of its templates",
      at: origin.span,
      hint: hasChart ? "remove the entry" : "add 'chart: flyte-core', or write the quota itself")
  }

  /// Reports something once.
  private mutating func tell(
    _ key: String, _ diagnostic: Diagnostic, into diagnostics: inout DiagnosticList
  ) {
    if told.insert(key).inserted { diagnostics.append(diagnostic) }
  }
}
