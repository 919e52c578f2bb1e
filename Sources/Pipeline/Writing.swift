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
  /// Files that were edited by hand and are written anew.
  public var overwritten: [Drift] = []
  /// Files that are not generated and were left: edited by hand, or never generated.
  public var left: [Drift] = []
}

/// Why nothing, or not all, was written.
public enum WriteFault: Error, Sendable {
  /// A file or a folder cannot be read or written.
  case file(FileError)
  /// These stand where files would be written. Nothing was written.
  case inTheWay([Drift])
}

extension Plan {
  /// Writes every file that differs, and removes those that are no longer generated.
  ///
  /// All of the output folder is looked at before the first byte is written. A cluster's folder that
  /// does not exist yet is built beside its place and renamed once. In one that exists the record of
  /// what was written, SHA256SUMS, comes last: a run that is interrupted can be run again.
  public func write(to output: String) throws(WriteFault) -> WriteReport {
    let root: OutputFolder
    let look: OutputLook
    do throws(FileError) {
      root = try OutputFolder(path: output)
      try root.lock()
      look = try OutputLook(self, in: root, path: output)
    } catch {
      throw .file(error)
    }
    guard look.stops.isEmpty else { throw .inTheWay(look.stops) }
    do throws(FileError) {
      try root.removeLeftOvers()
      return try Self.write(look, to: root)
    } catch {
      throw .file(error)
    }
  }

  private static func write(
    _ look: OutputLook, to root: OutputFolder
  ) throws(FileError) -> WriteReport {
    var report = WriteReport()
    for cluster in look.clusters {
      report.clusters.append(
        cluster.isFresh ? try cluster.build(in: root) : try cluster.update(in: root))
      report.overwritten += cluster.drift.filter { $0.kind == .edited }
      report.left += cluster.leftOver.map(\.drift).filter { $0.kind != .stale }
    }
    for former in look.formerClusters {
      report.clusters.append(try former.clear(from: root))
      report.left += former.leftOver.map(\.drift).filter { $0.kind != .stale }
    }
    return report
  }
}

extension OutputLook.Cluster {
  fileprivate func build(in root: OutputFolder) throws(FileError) -> WriteReport.Cluster {
    var report = WriteReport.Cluster(name: rendering.setup.name)
    try root.build(rendering.setup.name) { (fresh) throws(FileError) in
      try rendering.forEachFile { (place, bytes) throws(FileError) in
        try fresh.create(place, with: bytes)
        report.created += 1
      }
    }
    return report
  }

  fileprivate func update(in root: OutputFolder) throws(FileError) -> WriteReport.Cluster {
    var report = WriteReport.Cluster(name: rendering.setup.name)
    report.unchanged = unchanged
    guard let folder = try root.folder(rendering.setup.name) else { return report }
    func write(_ place: FilePlace, _ bytes: [UInt8], _ isThere: Bool) throws(FileError) {
      if isThere {
        try folder.replace(place, with: bytes)
        report.replaced += 1
      } else {
        try folder.create(place, with: bytes)
        report.created += 1
      }
    }
    var record: (bytes: [UInt8], isThere: Bool)?
    try forEachChange { (place, bytes, isThere) throws(FileError) in
      if place == RecordedSums.place {
        record = (bytes, isThere)
      } else {
        try write(place, bytes, isThere)
      }
    }
    for (place, drift) in leftOver where drift.kind == .stale {
      try folder.remove(place)
      report.removed += 1
    }
    if let record { try write(RecordedSums.place, record.bytes, record.isThere) }
    return report
  }
}

extension OutputLook.FormerCluster {
  /// What can go. What tells that the folder was a cluster's stays as long as anything else does,
  /// and goes last.
  var removals: [(place: FilePlace, drift: Drift)] {
    let marks = leftOver.filter { RecordedSums.tellCluster.contains($0.place) }
    let others = leftOver.filter { !RecordedSums.tellCluster.contains($0.place) }
    return others.filter { $0.drift.kind == .stale } + (isStale ? marks : [])
  }

  fileprivate func clear(from root: OutputFolder) throws(FileError) -> WriteReport.Cluster {
    var report = WriteReport.Cluster(name: name)
    guard let folder = try root.folder(name) else { return report }
    for (place, _) in removals {
      try folder.remove(place)
      report.removed += 1
    }
    if isStale { try root.removeIfEmpty(name) }
    return report
  }
}
