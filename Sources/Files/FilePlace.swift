/// Where a file is below a folder: the folder that holds it, and its name there.
public struct FilePlace: Sendable, Hashable {
  /// The folder that holds it, parts separated by `/`; empty for the folder itself.
  public let folder: String
  /// Its name in that folder.
  public let name: String

  /// Makes a place.
  public init(_ folder: String, _ name: String) {
    self.folder = folder
    self.name = name
  }

  /// The place of a path below a folder.
  public init(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      self.init("", path)
      return
    }
    self.init(String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// The path below the folder.
  public var path: String { folder.isEmpty ? name : folder + "/" + name }
}
