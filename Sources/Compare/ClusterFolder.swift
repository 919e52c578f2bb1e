internal import Digests
public import Files

/// A cluster's folder held against what would be generated: files are given one after the other,
/// then what is left over is looked for.
public struct ClusterFolder: Sendable {
  /// The folder.
  public let path: String
  private let recorded: [String: String]
  private var planned: Set<String> = []

  /// Opens a cluster's folder, which may not exist.
  public init(path: String) throws(FileError) {
    self.path = path
    recorded = try RecordedSums(folder: path).digests
  }

  /// Says that a file is planned, by its path below the folder.
  public mutating func plan(_ file: String) { planned.insert(file) }

  /// Compares a planned file with what is there; nil when they are the same.
  public mutating func compare(_ file: String, _ bytes: [UInt8]) throws(FileError) -> Drift.Kind? {
    plan(file)
    guard let found = try read(file) else { return .missing }
    if found == bytes { return nil }
    guard let digest = recorded[file] else {
      return file == RecordedSums.fileName ? .changed : .edited
    }
    return SHA256.hex(of: found) == digest ? .changed : .edited
  }

  /// The bytes of a file; nil when it is not there.
  public func read(_ file: String) throws(FileError) -> [UInt8]? {
    let place = path + "/" + file
    switch FileReading.kind(of: place) {
    case .file: return try FileReading.bytes(of: place)
    case nil: return nil
    case .link:
      throw FileError(path: place, reason: "it is a symbolic link, which is never followed")
    case .folder, .other: throw FileError(path: place, reason: "it is not a file")
    }
  }

  /// What is there and not planned, in byte order of the paths.
  public func leftOver() throws(FileError) -> [(file: String, kind: Drift.Kind)] {
    var found: [String] = []
    try Self.list(path, below: "", into: &found)
    var result: [(file: String, kind: Drift.Kind)] = []
    for file in found where !planned.contains(file) {
      if file == RecordedSums.fileName {
        result.append((file, .stale))
      } else if let digest = recorded[file] {
        let bytes = try read(file) ?? []
        result.append((file, SHA256.hex(of: bytes) == digest ? .stale : .editedStale))
      } else {
        result.append((file, .foreign))
      }
    }
    return result.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }

  private static func list(
    _ folder: String, below prefix: String, into found: inout [String]
  ) throws(FileError) {
    guard FileReading.kind(of: folder) == .folder else { return }
    for name in try FileReading.names(in: folder) {
      let file = prefix + name
      if FileReading.kind(of: folder + "/" + name) == .folder {
        try list(folder + "/" + name, below: file + "/", into: &found)
      } else {
        found.append(file)
      }
    }
  }
}
