/// The files of a Flyte tree that rules may read, as a value.
public struct SourceTree: Sendable, Hashable {
  /// The path of the tree in its repository, ending in `/`; empty at the root.
  @Bytewise public private(set) var prefix: String
  /// The files that may be run as programs, by their paths from the root of the Flyte tree.
  let executables: TextSet
  private let files: TextMap<[UInt8]>
  /// Other Go files of the folders that rules delete names in: those may be used there.
  private let neighbors: TextMap<[UInt8]>
  /// The uses found in those files, which never change.
  let neighborUses = NeighborUses()

  /// A tree of files.
  /// - Parameters:
  ///   - files: bytes by path, from the root of the Flyte tree.
  ///   - neighbors: the other Go files of the folders that `PatchSet.searchedFolders` names, as
  ///     far as they are at hand.
  ///   - executables: those of the files that may be run as programs; patches name them as that.
  ///   - prefix: where that root lies in the repository that patches are for, ending in `/`.
  public init(
    files: TextMap<[UInt8]>, neighbors: TextMap<[UInt8]> = [:], executables: TextSet = [],
    prefix: String = ""
  ) {
    self.files = files
    self.neighbors = neighbors
    self.executables = executables
    self.prefix = prefix
  }

  /// The bytes of a file, by its path from the root of the Flyte tree.
  public subscript(path: String) -> [UInt8]? { files[path] }

  /// The bytes of a file that no rule speaks of.
  func neighbor(_ path: String) -> [UInt8]? { neighbors[path] }

  /// The paths of all files that are known, in no order.
  var paths: TextSet { TextSet(files.keys).union(neighbors.keys) }

  /// Feeds names and sizes only: the contents are large, and mostly the same array.
  public func hash(into hasher: inout Hasher) {
    prefix.hashBytes(into: &hasher)
    hasher.combine(files.mapValues(\.count))
    hasher.combine(neighbors.mapValues(\.count))
  }
}
