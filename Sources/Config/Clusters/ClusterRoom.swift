import Diagnostics
import Model
import Values

/// The room that is left for the clusters of a config, each counted before any of it is made.
struct ClusterRoom {
  private var clusters = ConfigLimits.clusters
  private var lines = ConfigLimits.lines
  private var namespaces = ConfigLimits.allNamespaces
  private var templateValues = ConfigLimits.templateValues
  private var templateBytes = ConfigLimits.templateBytes
  private var outputBytes = ConfigLimits.outputBytes

  /// Takes one more cluster with its lines of `assign`; false after a fault.
  mutating func takes(
    _ section: ConfigSections.ClusterSection, _ body: OriginTree,
    into diagnostics: inout DiagnosticList
  ) -> Bool {
    clusters -= 1
    lines -= body["assign"]?.items.count ?? 0
    guard clusters < 0 || lines < 0 else { return true }
    let what =
      clusters < 0
      ? "more than \(ConfigLimits.clusters) clusters"
      : "more than \(ConfigLimits.lines) lines of 'assign' in all clusters together"
    refuse("the config has \(what)", at: section.name.origin.span, into: &diagnostics)
    return false
  }

  /// Takes the namespaces of a cluster; false after a fault.
  mutating func takesNamespaces(
    of list: OriginTree, into diagnostics: inout DiagnosticList
  ) -> Bool {
    var count = 0
    for item in list.items {
      let projects = item["projects"]?.items.count ?? 1
      let domains = item["domains"]?.items.count ?? 1
      // Neither is more than a config has values, so their product is a number.
      count += item["name"] != nil ? 1 : projects * domains
      guard count <= ConfigLimits.namespaces else {
        refuse(
          "the cluster has more than \(ConfigLimits.namespaces) namespaces", at: item.origin.span,
          into: &diagnostics)
        return false
      }
    }
    namespaces -= count
    guard namespaces < 0 else { return true }
    refuse(
      "the clusters have more than \(ConfigLimits.allNamespaces) namespaces in total",
      at: list.origin.span, into: &diagnostics)
    return false
  }

  /// Takes the templates that `assign` gives the namespaces of a cluster; false after a fault.
  mutating func takesTemplates(
    _ assigned: Assignment.Result, at span: Span?, into diagnostics: inout DiagnosticList
  ) -> Bool {
    let sizes = assigned.profiles.map { TemplateSize(of: $0.profile) }
    var sets: [Int] = []
    for set in assigned.templateSets {
      var bytes = 0
      for profile in [set.profile] + set.named.map(\.profile) {
        templateValues -= sizes[profile].values
        bytes += sizes[profile].bytes
      }
      templateBytes -= bytes
      sets.append(bytes)
      guard templateValues >= 0, templateBytes >= 0 else {
        let what =
          templateValues < 0
          ? "\(ConfigLimits.templateValues) values" : "\(ConfigLimits.templateBytes >> 20) MiB"
        refuse(
          "the different PodTemplates that 'assign' gives have more than \(what) in total",
          at: span, into: &diagnostics)
        return false
      }
    }
    let places = assigned.namespaces.map(\.templateSet) + [assigned.fallback].compactMap { $0 }
    for set in places {
      outputBytes -= sets[set]
      guard outputBytes < 0 else { continue }
      refuse(
        "the PodTemplates of all namespaces have more than \(ConfigLimits.outputBytes >> 30) GiB in total",
        at: span, into: &diagnostics)
      return false
    }
    return true
  }

  private func refuse(
    _ message: String, at span: Span?, into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      .configTooLarge, message, at: span,
      hint: "split it into several configs, each with its own output")
  }
}
