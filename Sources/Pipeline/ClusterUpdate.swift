import Compare
import Deployments
import Files
import Output

/// The files that differ in a cluster's folder, made in a workshop there, and then named.
struct ClusterUpdate {
  private let cluster: OutputComparison.Cluster
  private var workshop: Workshop
  private var made: [(number: Int, place: FilePlace, seen: FileStamp?)] = []

  private static let tell = [RecordedSums.setup, RecordedSums.place]

  /// Makes the files; after an error everything is as it was.
  init(
    _ cluster: OutputComparison.Cluster, in root: OutputFolder, _ hold: SignalHold
  ) throws(FileError) {
    self.cluster = cluster
    let folder = try Self.folder(of: cluster, in: root)
    var workshop = try Workshop(in: folder, journal: cluster.journal)
    var made: [(number: Int, place: FilePlace, seen: FileStamp?)] = []
    do throws(FileError) {
      var writable: TextSet = []
      try cluster.forEachChange { (place, bytes, seen) throws(FileError) in
        try hold.check()
        if writable.insert(place.folder).inserted { try folder.checkWritable(place.folder) }
        made.append((try workshop.make(bytes, for: place, in: folder), place, seen))
      }
      for left in cluster.leftOver where left.drift.kind == .stale {
        try folder.checkWritable(left.place.folder)
      }
    } catch {
      workshop.discard(from: folder)
      throw error
    }
    self.workshop = workshop
    self.made = made
  }

  private static func folder(
    of cluster: OutputComparison.Cluster, in root: OutputFolder
  ) throws(FileError) -> OutputFolder {
    if let folder = try root.folder(cluster.rendering.cluster.name) { return folder }
    throw FileError(path: cluster.path, reason: "it was changed while this run was writing")
  }

  /// Takes back what was made, before any of it has its name.
  func abandon(in root: OutputFolder) {
    guard let folder = try? Self.folder(of: cluster, in: root) else { return }
    workshop.discard(from: folder)
  }

  /// Gives the files their names and removes those that are stale. SHA256SUMS and the `setup.yaml`
  /// that it fits come last. After an error the workshop stays, for it says what was done.
  func place(in root: OutputFolder, _ told: inout WriteReport.Cluster) throws(FileError) {
    let folder = try Self.folder(of: cluster, in: root)
    for (number, place, seen) in made where !Self.tell.contains(place) {
      try workshop.place(number, at: place, over: seen, in: folder)
    }
    for left in cluster.leftOver where left.drift.kind == .stale {
      told.removed += try left.remove(from: folder)
    }
    for (number, place, seen) in made where Self.tell.contains(place) {
      try workshop.place(number, at: place, over: seen, in: folder)
    }
    told.created = made.count { $0.seen == nil }
    told.replaced = made.count - told.created
    for old in cluster.workshops { old.discard(from: folder) }
    workshop.discard(from: folder)
  }
}
