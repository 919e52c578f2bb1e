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

  /// Looks at every profile of a cluster. What it says is returned as well, for each profile.
  /// - Parameter untold: what is only returned.
  @discardableResult public mutating func run(
    _ cluster: Cluster, running behaviors: Behaviors, besides untold: Set<DiagnosticID> = [],
    into diagnostics: inout DiagnosticList
  ) -> [[Diagnostic]] {
    let search = UncarriedSearch(cluster: cluster, behaviors: behaviors)
    return cluster.profiles.map { profile in
      let usual = UsualTaskCheck(profile: profile, cluster: cluster).findings
      let all = (search.findings(of: profile) + usual).map { Self.diagnostic($0, of: cluster) }
      for diagnostic in all where !untold.contains(diagnostic.id) {
        say(diagnostic, into: &diagnostics)
      }
      return all
    }
  }

  private mutating func say(_ diagnostic: Diagnostic, into diagnostics: inout DiagnosticList) {
    let key = Key(
      span: diagnostic.span, message: diagnostic.message, hint: diagnostic.hint ?? "")
    if said.insert(key).inserted { diagnostics.append(diagnostic) }
  }

  private static func diagnostic(_ finding: ReachFinding, of cluster: Cluster) -> Diagnostic {
    // The first is the line of `assign`; what matters are the profiles extended on the way.
    let via = finding.origin.via.dropFirst().map { Diagnostic.Note("extended here", at: $0) }
    return Diagnostic(
      finding.severity, finding.id, finding.message, at: finding.origin.span,
      notes: finding.notes + via.suffix(2) + [
        Diagnostic.Note("in cluster '\(cluster.name.value)'", at: cluster.name.origin.span)
      ], hint: finding.hint)
  }
}
