internal import Glibc

/// Making folders by their paths.
enum FolderMaking {
  /// Makes a folder and what leads to it.
  static func makeFolders(_ path: String) throws(FileError) {
    if FileReading.isFolder(path) { return }
    let parent = FilePath.folder(of: path)
    if parent != path, parent != "." { try makeFolders(parent) }
    if mkdir(path, 0o777) == 0 || errno == EEXIST && FileReading.isFolder(path) { return }
    guard errno == EEXIST, let kind = FileReading.kind(of: path) else { throw .last(path) }
    throw FileError(path: path, reason: "it is \(kind.words), not a folder")
  }
}
