import Compare
public import Files
import Output
import Setup

/// A file that generate would change.
public struct FileDifference: Sendable {
  /// Its path, the output folder's name in front.
  public let path: String
  /// What is there; nil: nothing.
  public let old: [UInt8]?
  /// What would be written; nil: it would be removed.
  public let new: [UInt8]?
}

extension Plan {
  /// Gives every file that generate would write, replace or remove, one after the other.
  public func forEachDifference(
    in output: String, _ body: (FileDifference) -> Void
  ) throws(FileError) {
    for rendering in renderings {
      let path = FilePath.join(output, rendering.setup.name)
      var folder = try ClusterFolder(path: path)
      try rendering.forEachFile { (file, bytes) throws(FileError) in
        guard try folder.compare(file, bytes) != nil else { return }
        body(
          FileDifference(path: FilePath.join(path, file), old: try folder.read(file), new: bytes))
      }
      try Self.stale(folder, body)
    }
    guard isWhole else { return }
    for name in try otherFolders(in: output) {
      try Self.stale(try ClusterFolder(path: FilePath.join(output, name)), body)
    }
  }

  private static func stale(
    _ folder: ClusterFolder, _ body: (FileDifference) -> Void
  ) throws(FileError) {
    for (file, kind) in try folder.leftOver() where kind == .stale {
      body(
        FileDifference(
          path: FilePath.join(folder.path, file), old: try folder.read(file), new: nil))
    }
  }
}
