import Compare
public import Files
import YAMLTree

/// A copy of sources that is ready to be written.
public struct VendoredCopy {
  /// The place that it goes to.
  package enum Place {
    /// A folder that does not exist yet.
    case fresh
    /// A folder that is there, and locked.
    case there(Update)
  }

  /// The differences in a folder that exists.
  package struct Update {
    package let folder: OutputFolder
    package let look: VendorComparison
    /// The workshops that interrupted runs left in it.
    package let workshops: [Workshop]
    package let journals: [[UInt8]]
  }

  private let path: String
  /// The commit that the files are from.
  public let commit: String
  /// The bytes by path below the folder, the manifest among them.
  private let files: [(place: FilePlace, bytes: [UInt8])]
  private let place: Place

  package init(path: String, commit: String, files: TextMap<[UInt8]>, place: Place) {
    self.path = path
    self.commit = commit
    self.files = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (FilePlace($0.key), $0.value) }
    self.place = place
  }

  /// The number of Flyte's files in it.
  public var count: Int { files.count - 2 }

  /// The line of a config in some folder that names the copy.
  public func configLine(in folder: String) -> String {
    "source: { path: \(YAMLWriter.flowScalar(FilePath.relative(path, to: folder))) }"
  }

  /// Writes the copy. All files are made in a workshop before the first gets its name; until then a
  /// fault or a signal leaves everything as it was. A run that is killed can be run again.
  /// - Returns: whether anything changed.
  public func write() throws(FileError) -> Bool {
    let hold = SignalHold()
    defer { hold.release() }
    switch place {
    case .fresh:
      try build(hold)
      return true
    case .there(let update): return try self.update(update, hold)
    }
  }

  private func build(_ hold: SignalHold) throws(FileError) {
    let parent = try OutputFolder(path: FilePath.folder(of: path))
    do throws(FileError) {
      try build(in: parent, hold)
    } catch {
      parent.unmake()
      throw error
    }
  }

  private func build(in parent: OutputFolder, _ hold: SignalHold) throws(FileError) {
    try parent.lock()
    for left in try Workshop.leftOvers(in: parent) { left.discard(from: parent) }
    let name = FilePath.name(of: path)
    var workshop = try Workshop(in: parent, journal: [])
    defer { workshop.discard(from: parent) }
    let number = try workshop.makeFolder(name, in: parent) { (folder) throws(FileError) in
      for (place, bytes) in files {
        try hold.check()
        try folder.create(place, with: bytes)
      }
    }
    try hold.check()
    try workshop.placeFolder(number, at: name, in: parent)
  }

  private func update(_ update: Update, _ hold: SignalHold) throws(FileError) -> Bool {
    let (folder, look) = (update.folder, update.look)
    if !look.changes.isEmpty || !look.stale.isEmpty {
      let journal = files.flatMap { RecordedSums.line($0.place, $0.bytes) }
      var workshop = try Workshop(
        in: folder, journal: update.journals.reduce(into: journal) { $0 += $1 })
      let made = try make(look, in: &workshop, folder, hold)
      let isManifest = { (place: FilePlace) in place.path == VendoredSource.fileName }
      for (number, place, seen) in made where !isManifest(place) {
        try workshop.place(number, at: place, over: seen, in: folder)
      }
      for (place, seen) in look.stale { try folder.remove(place, seen: seen) }
      for (number, place, seen) in made where isManifest(place) {
        try workshop.place(number, at: place, over: seen, in: folder)
      }
      workshop.discard(from: folder)
    }
    for left in update.workshops { left.discard(from: folder) }
    return !look.changes.isEmpty || !look.stale.isEmpty
  }

  private func make(
    _ look: VendorComparison, in workshop: inout Workshop, _ folder: OutputFolder,
    _ hold: SignalHold
  ) throws(FileError) -> [(number: Int, place: FilePlace, seen: FileStamp?)] {
    do throws(FileError) {
      var made: [(number: Int, place: FilePlace, seen: FileStamp?)] = []
      for place in look.changes.map(\.place) + look.stale.map(\.place) {
        try folder.checkWritable(place.folder)
      }
      for (place, bytes, seen) in look.changes {
        try hold.check()
        made.append((try workshop.make(bytes, for: place, in: folder), place, seen))
      }
      try hold.check()
      return made
    } catch {
      workshop.discard(from: folder)
      throw error
    }
  }
}
