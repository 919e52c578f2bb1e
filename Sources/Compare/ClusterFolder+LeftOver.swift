public import Files

/// Something in a cluster's folder that is not planned.
public struct LeftOver {
  /// Its kind.
  public enum Kind {
    /// A file, and which one it was; also what cannot be read, and is neither file nor folder.
    case file(FileStamp?)
    /// A folder of the layout that holds nothing, or a folder that is not of the layout.
    case folder
    /// A folder that an interrupted run left.
    case workshop
  }

  /// Its place.
  public let place: FilePlace
  /// Its kind.
  public let kind: Kind
  /// The fault.
  public let drift: Drift

  /// True if `generate` removes it.
  public var isRemoved: Bool { drift.kind == .stale || drift.kind == .unfinished }
}

extension ClusterFolder {
  /// Finds what exists and is not planned, in byte order of the paths. A folder that this program
  /// does not make is told once, and not looked into.
  public mutating func leftOver() throws(FileError) -> [LeftOver] {
    guard let folder else { return [] }
    var found: [LeftOver] = []
    try list(folder, "", into: &found)
    return found.sorted {
      $0.drift.path.utf8.lexicographicallyPrecedes($1.drift.path.utf8)
    }
  }

  private mutating func list(
    _ folder: OutputFolder, _ path: String, into found: inout [LeftOver]
  ) throws(FileError) {
    for entry in try folder.entries() {
      let place = FilePlace(path, entry.name)
      func add(_ kind: LeftOver.Kind, _ drift: Drift.Kind) {
        found.append(
          LeftOver(place: place, kind: kind, drift: Drift(path: shown(place), kind: drift)))
      }
      if entry.isText, planned.contains(place) || obstructions.contains(shown(place)) { continue }
      if path.isEmpty, workshops.contains(where: { $0.name == entry.name }) {
        add(.workshop, .unfinished)
      } else if entry.kind != .folder {
        let (stamp, drift) = entry.isText ? leftOver(place, entry.kind) : (nil, .foreign)
        add(.file(stamp), drift)
      } else if let inner = folder.folder(of: entry), entry.isText, isKnown(place.path) {
        let before = found.count
        try list(inner, place.path, into: &found)
        guard found.count == before, !plannedFolders.contains(place.path) else { continue }
        if try inner.entries().isEmpty { add(.folder, .stale) }
      } else {
        add(.folder, .foreign)
      }
    }
  }

  /// True if a folder is one that this program makes.
  private mutating func isKnown(_ path: String) -> Bool {
    layout.folders.contains(path) || plannedFolders.contains(path) || recorded.names(folder: path)
  }

  private mutating func leftOver(
    _ place: FilePlace, _ kind: FileReading.Kind
  ) -> (FileStamp?, Drift.Kind) {
    let isRecorded = recorded.names(place)
    let limit = isRecorded ? OutputFolder.limit : 0
    guard kind == .file, case .file(let file)? = try? folder?.look(at: place, limit: limit) else {
      return (nil, isRecorded ? .editedStale : .foreign)
    }
    if place == RecordedSums.place {
      return (
        file.stamp, recorded.isSealed ? .stale : standing == .own ? .editedStale : .foreign
      )
    }
    if recorded.isAsWritten(file, at: place) { return (file.stamp, .stale) }
    if isRecorded { return (file.stamp, .editedStale) }
    let isMarked = GeneratedMark.isIn(file.bytes, at: place, of: layout)
    return (file.stamp, isMarked ? .editedStale : .foreign)
  }
}
