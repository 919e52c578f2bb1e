internal import Digests
public import Files

/// A cluster's folder held against what would be generated: files are given one after the other,
/// then what is left over is looked for.
public struct ClusterFolder {
  /// The folder's path, as the user named it.
  public let path: String
  private let folder: OutputFolder?
  private let recorded: RecordedSums
  private var planned: Set<FilePlace> = []
  /// What stands where a planned folder should be.
  private var obstructions: Set<String> = []

  /// Takes a cluster's folder; nil where there is none yet.
  public init(_ folder: OutputFolder?, path: String) throws(FileError) {
    self.folder = folder
    self.path = path
    recorded = try RecordedSums(in: folder)
  }

  /// Compares a planned file with what is there; nil when they are the same.
  public mutating func compare(
    _ place: FilePlace, _ bytes: [UInt8]
  ) throws(FileError) -> Drift? {
    planned.insert(place)
    guard let folder else { return Drift(path: shown(place), kind: .missing) }
    switch try folder.look(at: place) {
    case .absent: return Drift(path: shown(place), kind: .missing)
    case .file(bytes): return nil
    case .file(let found): return Drift(path: shown(place), kind: kind(of: place, found))
    case .obstructed(let path, _):
      obstructions.insert(path)
      return Drift(path: path, kind: .obstructed)
    }
  }

  /// What a file is that would be written otherwise.
  private func kind(of place: FilePlace, _ found: [UInt8]) -> Drift.Kind {
    if let digest = recorded.digests[place.path] {
      return SHA256.hex(of: found) == digest ? .changed : .edited
    }
    let isOurs =
      place == RecordedSums.place
      ? recorded.isOfCluster || isSetupOurs : GeneratedMark.isIn(found)
    guard isOurs else { return .inTheWay }
    return place == RecordedSums.place ? .changed : .edited
  }

  /// The bytes of a file; nil when there is no such file.
  public func bytes(of place: FilePlace) throws(FileError) -> [UInt8]? {
    if case .file(let bytes)? = try folder?.look(at: place) { return bytes }
    return nil
  }

  /// Whether this program made the folder, whatever is left of it.
  public var isCluster: Bool { recorded.isOfCluster || isSetupOurs }

  private var isSetupOurs: Bool {
    guard let bytes = try? bytes(of: RecordedSums.setup) else { return false }
    return GeneratedMark.isIn(bytes)
  }

  /// What is there and not planned, in byte order of the paths.
  public func leftOver() throws(FileError) -> [(place: FilePlace, drift: Drift)] {
    var result: [(place: FilePlace, drift: Drift)] = []
    for (place, kind) in try folder?.places() ?? [] where !planned.contains(place) {
      guard !obstructions.contains(shown(place)) else { continue }
      result.append((place, Drift(path: shown(place), kind: try leftOver(place, kind))))
    }
    return result.sorted {
      $0.drift.path.utf8.lexicographicallyPrecedes($1.drift.path.utf8)
    }
  }

  private func leftOver(
    _ place: FilePlace, _ kind: FileReading.Kind
  ) throws(FileError) -> Drift.Kind {
    if OutputFolder.isLeftOver(place.name) { return .stale }
    let digest = recorded.digests[place.path]
    guard kind == .file, let bytes = try bytes(of: place) else {
      return digest == nil ? .foreign : .editedStale
    }
    if place == RecordedSums.place { return recorded.isOfCluster ? .stale : .foreign }
    if let digest { return SHA256.hex(of: bytes) == digest ? .stale : .editedStale }
    return GeneratedMark.isIn(bytes) ? .editedStale : .foreign
  }

  private func shown(_ place: FilePlace) -> String { path + "/" + place.path }
}
