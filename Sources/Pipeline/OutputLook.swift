import Compare
import Files
import Output
import Setup

/// The output folder, looked at before anything is written: all that differs from a plan.
struct OutputLook {
  /// The folder of a cluster of the plan.
  struct Cluster {
    let rendering: Rendering
    let path: String
    /// Whether there is nothing of it yet; then nothing else is told of it, for all is missing.
    let isFresh: Bool
    /// What differs, without what is left over.
    var drift: [Drift] = []
    /// The files that differ, by their number in the rendering; for each, whether it is there.
    var changes: [(number: Int, isThere: Bool)] = []
    /// How many files are as they would be written.
    var unchanged = 0
    var leftOver: [(place: FilePlace, drift: Drift)] = []
  }

  /// The folder of a cluster that the config no longer has.
  struct FormerCluster {
    let name: String
    let path: String
    let leftOver: [(place: FilePlace, drift: Drift)]

    /// Whether all of it can go.
    var isStale: Bool { leftOver.allSatisfy { $0.drift.kind == .stale } }
  }

  private(set) var clusters: [Cluster] = []
  private(set) var formerClusters: [FormerCluster] = []

  /// Looks.
  /// - Parameter root: the output folder; nil where it does not exist.
  init(_ plan: Plan, in root: OutputFolder?, path output: String) throws(FileError) {
    for rendering in plan.renderings {
      clusters.append(
        try Self.cluster(
          rendering, in: root, path: FilePath.join(output, rendering.setup.name)))
    }
    guard plan.isWhole, let root else { return }
    let names = Set(plan.setups.map(\.name))
    for entry in try root.entries() where entry.kind == .folder && !names.contains(entry.name) {
      guard let folder = try root.folder(entry.name) else { continue }
      let path = FilePath.join(output, entry.name)
      let known = try ClusterFolder(folder, path: path)
      guard known.isCluster, !OutputFolder.isLeftOver(entry.name) else { continue }
      formerClusters.append(
        FormerCluster(name: entry.name, path: path, leftOver: try known.leftOver()))
    }
  }

  private static func cluster(
    _ rendering: Rendering, in root: OutputFolder?, path: String
  ) throws(FileError) -> Cluster {
    let name = rendering.setup.name
    let kind = root?.kind(of: name)
    var look = Cluster(rendering: rendering, path: path, isFresh: kind == nil)
    guard kind == nil || kind == .folder else {
      look.drift = [Drift(path: path, kind: .obstructed)]
      return look
    }
    guard kind != nil else { return look }
    var folder = try ClusterFolder(root?.folder(name), path: path)
    var obstructed: Set<String> = []
    var number = 0
    try rendering.forEachFile { (place, bytes) throws(FileError) in
      defer { number += 1 }
      guard let drift = try folder.compare(place, bytes) else {
        look.unchanged += 1
        return
      }
      // One link may stand in the way of many files.
      guard drift.kind != .obstructed || obstructed.insert(drift.path).inserted else { return }
      look.drift.append(drift)
      look.changes.append((number, drift.kind != .missing))
    }
    look.leftOver = try folder.leftOver()
    return look
  }

  /// What stands where files would be written.
  var stops: [Drift] { clusters.flatMap(\.drift).filter(\.stops) }

  /// All that is not as it would be generated, in byte order of the paths.
  var drift: [Drift] {
    let all =
      clusters.flatMap { $0.missing + $0.drift + $0.leftOver.map(\.drift) }
      + formerClusters.flatMap { $0.leftOver.map(\.drift) }
    return all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension OutputLook.Cluster {
  /// Every file, where there is nothing of the cluster yet.
  fileprivate var missing: [Drift] {
    guard isFresh else { return [] }
    var missing: [Drift] = []
    rendering.forEachFile { place, _ in
      missing.append(Drift(path: path + "/" + place.path, kind: .missing))
    }
    return missing
  }

  /// Gives each file that differs.
  func forEachChange(
    _ body: (_ place: FilePlace, _ bytes: [UInt8], _ isThere: Bool) throws(FileError) -> Void
  ) throws(FileError) {
    guard isFresh || !changes.isEmpty else { return }
    var number = 0
    var rest = changes[...]
    try rendering.forEachFile { (place, bytes) throws(FileError) in
      defer { number += 1 }
      if isFresh { return try body(place, bytes, false) }
      guard let next = rest.first, next.number == number else { return }
      rest.removeFirst()
      try body(place, bytes, next.isThere)
    }
  }
}
