import Compare
import Deployments
import Files
import Output

extension Plan {
  /// Writes every file that differs, and removes those that are no longer generated.
  ///
  /// All of the output folder is looked at before the first byte is written. All files are made in
  /// workshops before the first gets its name; until then a fault or a signal leaves everything as it
  /// was. A run that is killed can be run again: what it left is known by the workshops' journals.
  public func write(to output: String) throws(WriteFault) -> WriteReport {
    let root: OutputFolder
    let look: OutputComparison
    do throws(FileError) {
      root = try OutputFolder(path: output)
      try root.lock()
      look = try OutputComparison(self, in: root, path: output)
    } catch {
      throw .file(error)
    }
    guard look.stops.isEmpty else { throw .inTheWay(look.stops) }
    let hold = SignalHold()
    defer { hold.release() }
    do throws(FileError) {
      var writing = Writing(look: look, root: root, hold: hold)
      return try writing.run()
    } catch {
      root.unmake()
      throw .file(error)
    }
  }
}

/// One run of writing, of what an `OutputComparison` found.
private struct Writing {
  let look: OutputComparison
  let root: OutputFolder
  let hold: SignalHold
  /// The workshop in which the folders of new clusters are made, and those of former ones end.
  private var workshop: Workshop?
  private var fresh: TextMap<(number: Int, count: Int)> = [:]
  private var updates: TextMap<ClusterUpdate> = [:]

  init(look: OutputComparison, root: OutputFolder, hold: SignalHold) {
    self.look = look
    self.root = root
    self.hold = hold
  }

  mutating func run() throws(FileError) -> WriteReport {
    for left in try Workshop.leftOvers(in: root) { left.discard(from: root) }
    if look.clusters.contains(where: \.isFresh) || look.formerClusters.contains(where: \.isStale) {
      workshop = try Workshop(in: root, journal: [])
    }
    defer { workshop?.discard(from: root) }
    do throws(FileError) {
      try make()
    } catch {
      for update in updates.values { update.abandon(in: root) }
      throw error
    }
    return try place()
  }

  private mutating func make() throws(FileError) {
    for cluster in look.clusters {
      let name = cluster.rendering.cluster.name
      if cluster.isFresh {
        fresh[name] = try makeFolder(of: cluster)
      } else if !cluster.isDone {
        updates[name] = try ClusterUpdate(cluster, in: root, hold)
      }
    }
    for former in look.formerClusters { try former.checkWritable(in: root) }
    try hold.check()
  }

  private mutating func makeFolder(
    of cluster: OutputComparison.Cluster
  ) throws(FileError) -> (number: Int, count: Int)? {
    let hold = hold
    var count = 0
    let number = try workshop?.makeFolder(cluster.rendering.cluster.name, in: root) {
      (folder) throws(FileError) in
      let files = try folder.madeFiles(in: Rendering.podTemplates)
      try cluster.rendering.forEachFile(
        doing: { place, bytes -> FileError? in
          guard place.folder == Rendering.podTemplates else { return nil }
          do throws(FileError) { try files.put(bytes, in: place.name) } catch { return error }
          return nil
        }
      ) { (place, bytes, failure) throws(FileError) in
        try hold.check()
        if let failure { throw failure }
        if place.folder != Rendering.podTemplates { try folder.create(place, with: bytes) }
        count += 1
      }
    }
    return number.map { ($0, count) }
  }

  private mutating func place() throws(FileError) -> WriteReport {
    var report = WriteReport()
    for cluster in look.clusters {
      let name = cluster.rendering.cluster.name
      var told = WriteReport.Cluster(name: name)
      told.unchanged = cluster.unchanged
      if let made = fresh[name] {
        try workshop?.placeFolder(made.number, at: name, in: root)
        told.created = made.count
      }
      try updates[name]?.place(in: root, &told)
      report.clusters.append(told)
      report.overwritten += cluster.drift.filter { $0.kind == .edited }
      report.lineEnds += cluster.drift.filter { $0.kind == .lineEnds }
      report.left += cluster.leftOver.filter { !$0.isRemoved }.map(\.drift)
    }
    for former in look.formerClusters {
      report.clusters.append(try clear(former))
      report.left += former.leftOver.filter { !$0.isRemoved }.map(\.drift)
    }
    report.left += look.uncertain
    return report
  }

  /// Removes the folder of a former cluster in one step, or of what is in it what can go. What tells
  /// whose the folder was stays as long as anything else does.
  private mutating func clear(
    _ former: OutputComparison.FormerCluster
  ) throws(FileError) -> WriteReport.Cluster {
    var told = WriteReport.Cluster(name: former.name)
    if former.isStale {
      try workshop?.take(former.name, from: root) { (folder) throws(FileError) in
        try former.check(folder)
      }
      told.removed = former.leftOver.count(where: \.isFile)
      return told
    }
    guard let folder = try root.folder(former.name) else { return told }
    for left in former.removals { told.removed += try left.remove(from: folder) }
    return told
  }
}

extension LeftOver {
  fileprivate var isFile: Bool {
    if case .file = kind { true } else { false }
  }

  /// Removes it.
  /// - Returns: how many files that were.
  func remove(from folder: OutputFolder) throws(FileError) -> Int {
    switch kind {
    case .file(let seen?):
      try folder.remove(place, seen: seen)
      return 1
    case .folder: try folder.removeEmptyFolders(from: place.path)
    case .file(nil), .workshop: break
    }
    return 0
  }
}

extension OutputComparison.FormerCluster {
  /// The files that can go. The files that mark the folder as a cluster's stay as long as anything
  /// else does.
  var removals: [LeftOver] {
    let tell = [RecordedSums.setup, RecordedSums.place]
    return leftOver.filter { $0.isRemoved && (isStale || !tell.contains($0.place)) }
  }

  /// Looks whether what can go may be removed.
  fileprivate func checkWritable(in root: OutputFolder) throws(FileError) {
    guard let folder = try root.folder(name) else { return }
    var folders: Set<FilePlace> = []
    for left in removals {
      let place = FilePlace(left.place.folder)
      if folders.insert(place).inserted { try folder.checkWritable(place.path) }
    }
  }

  /// Looks again, at a folder that nobody else finds any more, whether all of it can go.
  fileprivate func check(_ folder: OutputFolder) throws(FileError) {
    var now = try ClusterFolder(folder, of: name, path: path, layout: Rendering.layout)
    let stays = try now.leftOver().first { !$0.isRemoved }
    guard let stays else { return }
    throw FileError(path: stays.drift.path, reason: "it was created while this run was writing")
  }
}
