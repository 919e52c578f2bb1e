public import Compare
public import Files
import Output
import Setup

/// What `generate` did.
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
  /// Files that are not generated and were left: edited by hand, or never generated.
  public var left: [Drift] = []
}

extension Plan {
  /// Writes every file that differs, and removes those that are no longer generated.
  ///
  /// A folder that does not exist yet is built beside its place and renamed once.
  public func write(to output: String) throws(FileError) -> WriteReport {
    var report = WriteReport()
    for rendering in renderings {
      let name = rendering.setup.name
      let folder = FilePath.join(output, name)
      var cluster = WriteReport.Cluster(name: name)
      if FreshFolder.isFree(folder) {
        try FreshFolder.build(folder) { (fresh) throws(FileError) in
          try rendering.forEachFile { (path, bytes) throws(FileError) in
            _ = try fresh.write(bytes, to: path)
            cluster.created += 1
          }
        }
      } else {
        try update(folder, rendering, &cluster, &report)
      }
      report.clusters.append(cluster)
    }
    if isWhole { try removeOthers(from: output, &report) }
    return report
  }

  private func update(
    _ path: String, _ rendering: Rendering, _ cluster: inout WriteReport.Cluster,
    _ report: inout WriteReport
  ) throws(FileError) {
    var known = try ClusterFolder(path: path)
    var folder = try OutputFolder(path: path)
    try rendering.forEachFile { (file, bytes) throws(FileError) in
      known.plan(file)
      switch try folder.write(bytes, to: file) {
      case .created: cluster.created += 1
      case .replaced: cluster.replaced += 1
      case .unchanged: cluster.unchanged += 1
      }
    }
    cluster.removed = try Self.clear(known, in: &folder, &report)
  }

  /// Folders of clusters that the config no longer has.
  private func removeOthers(from output: String, _ report: inout WriteReport) throws(FileError) {
    for name in try otherFolders(in: output) {
      let path = FilePath.join(output, name)
      let known = try ClusterFolder(path: path)
      var folder = try OutputFolder(path: path)
      var cluster = WriteReport.Cluster(name: name)
      cluster.removed = try Self.clear(known, in: &folder, &report)
      try OutputFolder.removeIfEmpty(path)
      report.clusters.append(cluster)
    }
  }

  /// Removes what is stale and as it was generated; names what is left.
  private static func clear(
    _ known: ClusterFolder, in folder: inout OutputFolder, _ report: inout WriteReport
  ) throws(FileError) -> Int {
    var removed = 0
    for (file, kind) in try known.leftOver() {
      if kind == .stale {
        try folder.remove(file)
        removed += 1
      } else {
        report.left.append(Drift(path: FilePath.join(known.path, file), kind: kind))
      }
    }
    return removed
  }

  /// The folders below `output` that hold a SHA256SUMS and are no cluster of the plan.
  func otherFolders(in output: String) throws(FileError) -> [String] {
    guard FileReading.isFolder(output) else { return [] }
    let names = Set(setups.map(\.name))
    return try FileReading.names(in: output).filter { name in
      !names.contains(name)
        && FileReading.kind(of: FilePath.join(output, name)) == .folder
        && FileReading.kind(of: FilePath.join(output, name + "/" + RecordedSums.fileName)) == .file
    }
  }
}
