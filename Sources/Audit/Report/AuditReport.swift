import Diagnostics

/// What an audit found: plain data, from which every format is made.
public struct AuditReport: Sendable {
  /// The clusters, in the order of the config.
  public let clusters: [AuditedCluster]

  /// Makes a report.
  public init(clusters: [AuditedCluster]) { self.clusters = clusters }

  /// Whether a pod is refused as things run now.
  public var hasRefusals: Bool { clusters.contains { $0.refusedPods > 0 } }

  /// Whether anything is not as it should be: a refusal, now or with the planned patches, a secret that
  /// does not reach its pod, a pod of which nothing is claimed, or an error or a warning. Notes do not
  /// count.
  public var hasFindings: Bool {
    clusters.contains { cluster in
      !cluster.refusals.isEmpty || cluster.findings.contains { $0.severity > .note }
        || cluster.rows.contains { row in
          row.cells.contains { $0.now != .admitted || $0.planned != .admitted }
        }
    }
  }

  /// Whether it is to end with a failure.
  public func fails(on bar: AuditBar) -> Bool {
    switch bar {
    case .refused: hasRefusals
    case .finding: hasFindings
    case .never: false
    }
  }
}

/// What makes an audit fail.
public enum AuditBar: String, Sendable, CaseIterable {
  /// A pod that is refused as things run now.
  case refused
  /// A refusal, now or with the planned patches, or a finding that is an error or a warning.
  case finding
  /// Nothing.
  case never
}
