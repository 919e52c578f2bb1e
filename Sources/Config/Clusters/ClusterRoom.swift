import Diagnostics
import Model
import Values

/// How much the clusters of a config may still mean, each counted before any of it is made.
struct ClusterRoom {
  private var clusters = ConfigLimits.clusters
  private var lines = ConfigLimits.lines
  private var namespaces = ConfigLimits.allNamespaces

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
      "the clusters have more than \(ConfigLimits.allNamespaces) namespaces in all",
      at: list.origin.span, into: &diagnostics)
    return false
  }

  private func refuse(
    _ message: String, at span: Span?, into diagnostics: inout DiagnosticList
  ) {
    diagnostics.error(
      .configTooLarge, message, at: span,
      hint: "say it in several configs, each with its own output")
  }
}
