/// What an audit found: plain data, from which every format is made.
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

  /// Whether a pod is refused as things run now.
  public var hasRefusals: Bool { clusters.contains { $0.refusedPods > 0 } }

  /// Whether anything is not as it should be: a refusal, now or with the planned patches, a secret that
  /// does not reach its pod, a pod of which nothing is claimed, or what else users run into.
  public var hasFindings: Bool {
    clusters.contains { cluster in
      !cluster.refusals.isEmpty || !cluster.findings.isEmpty
        || cluster.rows.contains { row in
          row.cells.contains { $0.now != .admitted || $0.planned != .admitted }
        }
    } || running?.groups.contains(where: \.isFinding) ?? false
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
  /// Any finding.
  case finding
  /// Nothing.
  case never
}

/// A place in a file.
public struct AuditPlace: Sendable, Hashable {
  /// The file.
  @Bytewise public private(set) var path: String
  /// The line, from 1; 0: the file as a whole.
  public let line: Int
  /// The column, from 1.
  public let column: Int

  /// Makes a place.
  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `path:line:column`.
  public var description: String { line == 0 ? path : "\(path):\(line):\(column)" }
}
