public import Compare
public import Files
import Output
import Setup

extension Plan {
  /// Every file that is not as it would be generated, in byte order of the paths. Writes nothing.
  public func drift(in output: String) throws(FileError) -> [Drift] {
    var result: [Drift] = []
    for rendering in renderings {
      let path = FilePath.join(output, rendering.setup.name)
      var folder = try ClusterFolder(path: path)
      try rendering.forEachFile { (file, bytes) throws(FileError) in
        if let kind = try folder.compare(file, bytes) {
          result.append(Drift(path: FilePath.join(path, file), kind: kind))
        }
      }
      result += try Self.leftOver(folder)
    }
    if isWhole {
      for name in try otherFolders(in: output) {
        result += try Self.leftOver(try ClusterFolder(path: FilePath.join(output, name)))
      }
    }
    result += outdatedSources.map { Drift(path: $0, kind: .outdated) }
    return result.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func leftOver(_ folder: ClusterFolder) throws(FileError) -> [Drift] {
    try folder.leftOver().map { Drift(path: FilePath.join(folder.path, $0.file), kind: $0.kind) }
  }
}
