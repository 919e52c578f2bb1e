public import Diagnostics
public import Flyte
public import Model
import Values

/// Says what profiles say in vain: what does not reach the pods and containers that it is for, reaches
/// more of them, or keeps the usual task from running.
///
/// Each thing is said once, however many profiles and clusters it holds for.
public struct ReachCheck: Sendable {
  private var said: Set<Key> = []

  /// A message, and its place.
  private struct Key: Hashable {
    let span: Span?
    let message: String
    let hint: String
  }

  /// Makes a check.
  public init() {}

  /// Looks at every profile of a cluster.
  public mutating func run(
    _ cluster: Cluster, running behaviors: Behaviors, into diagnostics: inout DiagnosticList
  ) {
    let search = UncarriedSearch(cluster: cluster, behaviors: behaviors)
    for profile in cluster.profiles {
      let usual = UsualTaskCheck(profile: profile, cluster: cluster).findings
      for finding in search.findings(of: profile) + usual {
        say(finding, of: cluster, into: &diagnostics)
      }
    }
  }

  private mutating func say(
    _ finding: ReachFinding, of cluster: Cluster, into diagnostics: inout DiagnosticList
  ) {
    let span = finding.origin.span
    let key = Key(span: span, message: finding.message, hint: finding.hint)
    guard said.insert(key).inserted else { return }
    // The first is the line of `assign`; what matters are the profiles extended on the way.
    let via = finding.origin.via.dropFirst().map { Diagnostic.Note("extended here", at: $0) }
    diagnostics.append(
      Diagnostic(
        finding.severity, finding.id, finding.message, at: span,
        notes: finding.notes + via.suffix(2) + [
          Diagnostic.Note("for the cluster '\(cluster.name.value)'", at: cluster.name.origin.span)
        ], hint: finding.hint))
  }
}
