public import Files

/// A cluster's folder held against what would be generated: files are given one after the other,
/// then what is left over is looked for.
public struct ClusterFolder {
  /// Whose the folder is, as its `setup.yaml` says.
  public enum Standing: Sendable, Equatable {
    /// It does not say so.
    case unmarked
    /// Its cluster's.
    case own
    /// That of a cluster of another name: it is a copy, or was renamed.
    case another
  }

  /// A planned file that is not as it would be written.
  public struct Change {
    /// In which way.
    public let drift: Drift
    /// The file that was there; nil if there was none.
    public let seen: FileStamp?
  }

  /// The folder's path, as the user named it.
  public let path: String
  /// Whose it is.
  public let standing: Standing
  /// Files that interrupted runs left in it.
  public let workshops: [Workshop]
  let folder: OutputFolder?
  let layout: ClusterLayout
  private let mark: SetupMark?
  private(set) var planned: Set<FilePlace> = []
  private(set) var plannedFolders: TextSet = []
  private var lastFolder: String?
  /// Paths of files or links in the place of a planned folder.
  private(set) var obstructions: TextSet = []
  private(set) lazy var recorded = read()

  /// Takes the folder of a cluster; nil where there is none yet.
  public init(
    _ folder: OutputFolder?, of cluster: String, path: String, layout: ClusterLayout
  ) throws(FileError) {
    self.folder = folder
    self.path = path
    self.layout = layout
    workshops =
      try folder.map { (folder) throws(FileError) in
        try Workshop.leftOvers(in: folder)
      } ?? []
    mark = Self.mark(in: folder)
    standing =
      mark.map { $0.cluster.utf8.elementsEqual(cluster.utf8) ? .own : .another } ?? .unmarked
  }

  private static func mark(in folder: OutputFolder?) -> SetupMark? {
    guard case .file(let file)? = try? folder?.look(at: RecordedSums.setup, limit: 0) else {
      return nil
    }
    return SetupMark(file.bytes)
  }

  /// Returns whether a folder looks like a cluster's, whoever made it.
  public static func looksGenerated(_ folder: OutputFolder) -> Bool {
    if mark(in: folder) != nil { return true }
    guard case .file(let list)? = try? folder.look(at: RecordedSums.place), list.isWhole else {
      return false
    }
    return RecordedSums.parse(LineEnds.plain(list.bytes)).contains {
      $0.place == RecordedSums.setup
    }
  }

  private func read() -> RecordedSums {
    var list: [UInt8]?
    if case .file(let file)? = try? folder?.look(at: RecordedSums.place), file.isWhole {
      list = file.bytes
    }
    return RecordedSums(
      list: list, mark: standing == .own ? mark : nil, journals: journals)
  }

  /// The lists of files that interrupted runs meant to write.
  private var journals: [[UInt8]] {
    guard let folder else { return [] }
    return workshops.compactMap { $0.journal(in: folder) }
  }

  /// The lines that a run must hand on to the next one beside those of its own files, in the form
  /// of a journal: what earlier ones meant to write, and the list, which a new `setup.yaml` does
  /// not seal.
  public var known: [UInt8] {
    mutating get {
      var lines = journals.reduce(into: []) { $0 += $1 }
      if recorded.isSealed, case .file(let list)? = try? folder?.look(at: RecordedSums.place) {
        lines += RecordedSums.line(RecordedSums.place, list.bytes)
      }
      return lines
    }
  }

  /// The files of one of its folders, to be looked at by several threads; nil where it has none.
  public func files(in folder: String) -> FolderFiles? { self.folder?.files(in: folder) }

  /// Compares a planned file with what is there; nil when they are the same.
  /// - Parameter isSame: true if it was looked at already, and has these bytes.
  public mutating func compare(
    _ place: FilePlace, _ bytes: [UInt8], isSame: Bool = false
  ) throws(FileError) -> Change? {
    planned.insert(place)
    if lastFolder != place.folder {
      plannedFolders.insert(place.folder)
      lastFolder = place.folder
    }
    if isSame { return nil }
    guard let folder else { return change(place, .missing, nil) }
    switch try folder.look(at: place) {
    case .absent: return change(place, .missing, nil)
    case .file(let found):
      if found.isWhole, found.bytes == bytes { return nil }
      return change(place, kind(of: place, found, bytes), found.stamp)
    case .obstructed(let path, _):
      obstructions.insert(path)
      return Change(drift: Drift(path: path, kind: .obstructed), seen: nil)
    }
  }

  private func change(_ place: FilePlace, _ kind: Drift.Kind, _ seen: FileStamp?) -> Change {
    Change(drift: Drift(path: shown(place), kind: kind), seen: seen)
  }

  /// Finds the kind of a file that would be written differently.
  private mutating func kind(
    of place: FilePlace, _ found: FoundFile, _ bytes: [UInt8]
  ) -> Drift.Kind {
    if found.isWhole, LineEnds.plain(found.bytes) == LineEnds.plain(bytes) { return .lineEnds }
    if recorded.isAsWritten(found, at: place) { return .changed }
    if recorded.names(place) { return .edited }
    if place == RecordedSums.place {
      return recorded.isSealed ? .changed : standing == .own ? .edited : .inTheWay
    }
    return GeneratedMark.isIn(found.bytes, at: place, of: layout) ? .edited : .inTheWay
  }

  func shown(_ place: FilePlace) -> String { path + "/" + place.path }
}
