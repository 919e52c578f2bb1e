public import Compare
import Deployments
public import Files
import Output

/// A file that generate would change.
public struct FileDifference: Sendable {
  /// Its path, the output folder's name in front.
  public let path: String
  /// The current contents; nil if there are none.
  public let old: [UInt8]?
  /// The new contents; nil if it would be removed.
  public let new: [UInt8]?
  /// True if either is too large to be shown line by line.
  public let isTooLarge: Bool

  /// More lines of a file are not compared.
  static let lines = 1_000_000

  /// - Parameter old: what stands there.
  init(path: String, old: FileFinding?, new: [UInt8]?) {
    self.path = path
    self.new = new
    let isWhole: Bool
    if case .file(let file) = old {
      (self.old, isWhole) = (file.bytes, file.isWhole)
    } else {
      (self.old, isWhole) = (nil, true)
    }
    isTooLarge =
      !isWhole
      || [self.old, new].contains { ($0?.count { $0 == 0x0A } ?? 0) > Self.lines }
  }
}

extension Plan {
  /// Gives every file that generate would write, replace or remove, one after the other.
  /// - Returns: what keeps generate from writing, and so is not among them.
  public func forEachDifference(
    in output: String, _ body: (FileDifference) -> Void
  ) throws(FileError) -> [Drift] {
    let root = try OutputFolder.existing(output)
    let look = try OutputComparison(self, in: root, path: output)
    guard look.stops.isEmpty else { return look.stops }
    for cluster in look.clusters {
      let folder = try root?.folder(cluster.rendering.cluster.name)
      try cluster.forEachChange { (place, bytes, _) throws(FileError) in
        body(
          FileDifference(
            path: FilePath.join(cluster.path, place.path), old: try folder?.look(at: place),
            new: bytes))
      }
      guard let folder else { continue }
      try Self.removals(cluster.leftOver, in: folder, body)
    }
    for former in look.formerClusters {
      guard let folder = try root?.folder(former.name) else { continue }
      try Self.removals(former.removals, in: folder, body)
    }
    return []
  }

  private static func removals(
    _ leftOver: [LeftOver], in folder: OutputFolder, _ body: (FileDifference) -> Void
  ) throws(FileError) {
    for left in leftOver where left.drift.kind == .stale {
      guard case .file = left.kind else { continue }
      body(FileDifference(path: left.drift.path, old: try folder.look(at: left.place), new: nil))
    }
  }
}
