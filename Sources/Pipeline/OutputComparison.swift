import Compare
import Deployments
import Files
import Output

/// The output folder, looked at before anything is written: all that differs from a plan.
struct OutputComparison {
  /// The folder of a cluster of the plan.
  struct Cluster {
    let rendering: Rendering
    let path: String
    /// True if there is nothing of it yet; then nothing else is told of it, for all is missing.
    let isFresh: Bool
    /// The files that differ, without those that are left over.
    var drift: [Drift] = []
    /// The files that differ, by their number in the rendering; for each, which one is there.
    var changes: [(number: Int, seen: FileStamp?)] = []
    /// The number of files that are as they would be written.
    var unchanged = 0
    var leftOver: [LeftOver] = []
    /// The workshops that interrupted runs left in it.
    var workshops: [Workshop] = []
    /// The lines that the next run needs if this one is killed.
    var journal: [UInt8] = []

    /// True if nothing is to be done.
    var isDone: Bool { !isFresh && changes.isEmpty && !leftOver.contains(where: \.isRemoved) }
  }

  /// The folder of a cluster that the config no longer has.
  struct FormerCluster {
    let name: String
    let path: String
    let leftOver: [LeftOver]

    /// True if all of it can go.
    var isStale: Bool { leftOver.allSatisfy(\.isRemoved) }
  }

  private(set) var clusters: [Cluster] = []
  private(set) var formerClusters: [FormerCluster] = []
  /// The things that interrupted runs left beside the clusters.
  private(set) var unfinished: [Drift] = []
  /// Folders beside the clusters' that look generated, and are not certainly this program's.
  private(set) var uncertain: [Drift] = []

  /// Looks.
  /// - Parameter root: the output folder; nil where it does not exist.
  init(_ plan: Plan, in root: OutputFolder?, path output: String) throws(FileError) {
    for rendering in plan.renderings {
      clusters.append(
        try Self.cluster(
          rendering, in: root, path: FilePath.join(output, rendering.cluster.name)))
    }
    guard let root else { return }
    let names = Set(plan.clusters.map { ByteText($0.name) })
    for entry in try root.entries()
    where entry.kind == .folder && !names.contains(ByteText(entry.name)) {
      let path = FilePath.join(output, entry.name)
      if Workshop.isOne(entry, in: root) {
        unfinished.append(Drift(path: path, kind: .unfinished))
      } else if plan.isWhole, let folder = root.folder(of: entry) {
        // One that cannot be opened is nobody's that could be told.
        try look(at: folder, entry, path: path)
      }
    }
  }

  /// Looks at a folder beside the clusters'.
  private mutating func look(
    at folder: OutputFolder, _ entry: OutputFolder.Entry, path: String
  ) throws(FileError) {
    guard ClusterFolder.looksGenerated(folder) else { return }
    var former = try ClusterFolder(folder, of: entry.name, path: path, layout: Rendering.layout)
    guard former.standing == .own, entry.isText else {
      uncertain.append(Drift(path: path, kind: .uncertain))
      return
    }
    formerClusters.append(
      FormerCluster(name: entry.name, path: path, leftOver: try former.leftOver()))
  }

  private static func cluster(
    _ rendering: Rendering, in root: OutputFolder?, path: String
  ) throws(FileError) -> Cluster {
    let name = rendering.cluster.name
    let kind = root?.kind(of: name)
    var look = Cluster(rendering: rendering, path: path, isFresh: kind == nil)
    guard kind == nil || kind == .folder else {
      look.drift = [Drift(path: path, kind: .obstructed)]
      return look
    }
    guard kind != nil, let root else { return look }
    var folder = try ClusterFolder(
      root.folder(name), of: name, path: path, layout: Rendering.layout)
    guard folder.standing != .another else {
      look.drift = [Drift(path: path, kind: .ofAnother)]
      return look
    }
    var obstructed: TextSet = []
    var number = 0
    let files = folder.files(in: Rendering.podTemplates)
    try rendering.forEachFile(
      doing: { place, bytes in
        place.folder == Rendering.podTemplates && files?.has(bytes, in: place.name) ?? false
      }
    ) { (place, bytes, isSame) throws(FileError) in
      defer { number += 1 }
      if place == RecordedSums.place {
        look.journal = bytes + RecordedSums.line(place, bytes)
      }
      guard let change = try folder.compare(place, bytes, isSame: isSame) else {
        look.unchanged += 1
        return
      }
      // One link may stand in the way of many files.
      let drift = change.drift
      guard drift.kind != .obstructed || obstructed.insert(drift.path).inserted else { return }
      look.drift.append(drift)
      look.changes.append((number, change.seen))
    }
    look.leftOver = try folder.leftOver()
    look.workshops = folder.workshops
    look.journal = look.isDone ? [] : look.journal + folder.known
    return look
  }

  /// The things in the place of files that would be written.
  var stops: [Drift] { clusters.flatMap(\.drift).filter(\.stops) }

  /// All that is not as it would be generated, in byte order of the paths.
  var drift: [Drift] {
    let all =
      clusters.flatMap { $0.missing + $0.drift + $0.leftOver.map(\.drift) }
      + formerClusters.flatMap { $0.leftOver.map(\.drift) } + unfinished
    return all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension Rendering {
  /// The facts about places that `Compare` needs.
  static var layout: ClusterLayout {
    ClusterLayout(
      folders: [admission, helm, patches, podTemplates], namespaceFolder: podTemplates,
      namespaceIndex: kustomization)
  }
}

extension OutputComparison.Cluster {
  /// Every file, where there is nothing of the cluster yet.
  fileprivate var missing: [Drift] {
    guard isFresh else { return [] }
    var missing: [Drift] = []
    rendering.forEachFile { place, _ in
      missing.append(Drift(path: path + "/" + place.path, kind: .missing))
    }
    return missing
  }

  /// Gives each file that differs, and which one is there.
  func forEachChange(
    _ body: (_ place: FilePlace, _ bytes: [UInt8], _ seen: FileStamp?) throws(FileError) -> Void
  ) throws(FileError) {
    guard isFresh || !changes.isEmpty else { return }
    var number = 0
    var rest = changes[...]
    try rendering.forEachFile { (place, bytes) throws(FileError) in
      defer { number += 1 }
      if isFresh { return try body(place, bytes, nil) }
      guard let next = rest.first, next.number == number else { return }
      rest.removeFirst()
      try body(place, bytes, next.seen)
    }
  }
}
