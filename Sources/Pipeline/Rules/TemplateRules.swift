import Config
import Diagnostics
import Flyte
import Judges
import Model
import Values

/// The LimitRanges and quotas that Flyte makes for the namespaces of projects, of its own templates.
struct TemplateRules {
  private let resources: ResourceTemplates?
  /// The templates that may make a LimitRange or a quota.
  private let templates: [ResourceTemplates.Template]
  private let release: Release
  private let hasChart: Bool
  private var known: TextMap<RuleManifests?> = [:]
  private var reports: TemplateReports

  init(_ cluster: Cluster) {
    resources = cluster.values.resources
    let kinds = [LimitRange.kind, ResourceQuota.kind]
    templates =
      resources?.templates.filter { template in kinds.contains { template.mentions($0) } } ?? []
    release = cluster.flyte.release
    hasChart = cluster.chart != nil
    reports = TemplateReports()
  }

  /// The objects of a namespace; those of a namespace without a project and a domain are none.
  /// - Parameters:
  ///   - kind: the kind of those that are asked for.
  ///   - origin: of the entry that asks for them.
  mutating func manifests(
    of place: RuledPlace, _ kind: String, at origin: Origin, into diagnostics: inout DiagnosticList
  ) -> [RuleManifests] {
    guard let resources else {
      reports.missing(release, hasChart: hasChart, at: origin, into: &diagnostics)
      return []
    }
    guard reports.checks(resources, templates, kind, at: origin, into: &diagnostics) else {
      return []
    }
    reports.add(place, at: origin)
    guard let project = place.project, let domain = place.domain else { return [] }
    return templates.compactMap { template in
      guard template.isRead else { return nil }
      let made = resources.manifest(
        of: template, project: project, domain: domain, namespace: place.name, release: release)
      guard made.unknown.isEmpty else {
        reports.unknown(made.unknown, template, domain, at: origin, into: &diagnostics)
        return nil
      }
      return manifest(made.text, of: template, place, at: origin, into: &diagnostics)
    }
  }

  /// Reports the entries that ask for templates in namespaces for which Flyte makes nothing.
  func report(into diagnostics: inout DiagnosticList) { reports.report(into: &diagnostics) }

  private mutating func manifest(
    _ text: String, of template: ResourceTemplates.Template, _ place: RuledPlace,
    at origin: Origin, into diagnostics: inout DiagnosticList
  ) -> RuleManifests? {
    if let found = known[text] { return found }
    var faults = DiagnosticList()
    let made = RuleManifests(
      template: SourceFile(path: template.name, bytes: Array(text.utf8)),
      at: template.origin.span == nil ? origin : template.origin, into: &faults)
    known[text] = .some(made)
    guard let made else {
      reports.wrong(template, place, faults, at: origin, into: &diagnostics)
      return nil
    }
    reports.unmade(made, template, place, at: origin, into: &diagnostics)
    return made
  }
}

extension ResourceTemplates.Template {
  /// True if its text has a word, whatever its case.
  func mentions(_ word: String) -> Bool { text.lowercased().contains(word.lowercased()) }
}
