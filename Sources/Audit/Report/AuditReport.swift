import Diagnostics

/// The result of an audit: plain data, from which every format is made.
public struct AuditReport: Sendable {
  /// The clusters, in the order of the config.
  public let clusters: [AuditedCluster]
  /// Pods that run, beside what is expected of them; nil: none were looked at.
  public let running: RunningPods?

  /// Makes a report.
  public init(clusters: [AuditedCluster], running: RunningPods? = nil) {
    self.clusters = clusters
    self.running = running
  }

  /// True if a pod is refused as things run now, and nobody accepts it.
  public var hasRefusals: Bool { clusters.contains { $0.refusedPods > $0.acceptedPods } }

  /// True if there is a problem: a refusal, now or with the planned patches, a secret that does not
  /// reach its pod, a pod without a verdict, or an error or a warning. Notes do not count.
  public var hasFindings: Bool {
    clusters.contains { cluster in
      cluster.refusals.contains { $0.acceptance == nil }
        || cluster.findings.contains { $0.severity > .note }
        || cluster.rows.contains { row in
          row.cells.contains {
            !$0.isAccepted && ($0.now != .admitted || $0.planned != .admitted)
          }
        }
    } || running?.groups.contains(where: \.isFinding) ?? false
  }

  /// True if it is to end with a failure.
  public func fails(on bar: AuditBar) -> Bool {
    switch bar {
    case .refused: hasRefusals
    case .finding: hasFindings
    case .never: false
    }
  }
}

/// The findings that make an audit fail.
public enum AuditBar: String, Sendable, CaseIterable {
  /// A pod that is refused as things run now.
  case refused
  /// A refusal, now or with the planned patches, or a finding that is an error or a warning.
  case finding
  /// Nothing.
  case never
}
