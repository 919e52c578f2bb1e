internal import Glibc

/// Making folders by their paths.
enum FolderMaking {
  /// Makes a folder and what leads to it.
  /// - Returns: the folders that were made, the outer ones first.
  static func makeFolders(_ path: String) throws(FileError) -> [String] {
    if FileReading.isFolder(path) { return [] }
    let parent = FilePath.folder(of: path)
    let made = parent != path && parent != "." ? try makeFolders(parent) : []
    if mkdir(path, 0o777) == 0 { return made + [path] }
    if errno == EEXIST && FileReading.isFolder(path) { return made }
    guard errno == EEXIST, let kind = FileReading.kind(of: path) else { throw .last(path) }
    throw FileError(path: path, reason: "it is \(kind.words), not a folder")
  }
}
