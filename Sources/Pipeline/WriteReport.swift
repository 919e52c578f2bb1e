public import Compare
public import Files

/// The result of `generate`.
public struct WriteReport: Sendable {
  /// Files of a cluster by what became of them.
  public struct Cluster: Sendable {
    /// The cluster.
    public let name: String
    /// New files.
    public var created = 0
    /// Files whose bytes changed.
    public var replaced = 0
    /// Files that were right already.
    public var unchanged = 0
    /// Files that are no longer generated.
    public var removed = 0
  }

  /// The clusters that were written.
  public var clusters: [Cluster] = []
  /// Files that were edited by hand and are written again.
  public var overwritten: [Drift] = []
  /// Files that differed in their line ends only and are written again.
  public var lineEnds: [Drift] = []
  /// Files that are not generated and were left: edited by hand, or never generated; and folders
  /// beside the clusters' that look generated, and are not certainly so.
  public var left: [Drift] = []
}

/// The reason why nothing, or not everything, was written.
public enum WriteFault: Error, Sendable {
  /// A file or a folder cannot be read or written.
  case file(FileError)
  /// These stand where files would be written. Nothing was written.
  case inTheWay([Drift])
}
