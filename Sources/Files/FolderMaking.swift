internal import Glibc

/// Making folders by their paths.
enum FolderMaking {
  /// Makes a folder and what leads to it.
  /// - Returns: the folders that were made, the outer ones first.
  static func makeFolders(_ path: String) throws(FileError) -> [String] {
    var missing: [String] = []
    var next = path
    while !FileReading.isFolder(next) {
      guard FilePath.isShort(next) else {
        throw FileError(path: next, reason: "the name is too long")
      }
      missing.append(next)
      let parent = FilePath.folder(of: next)
      if parent == next || parent == "." { break }
      next = parent
    }
    var made: [String] = []
    for path in missing.reversed() where try make(path) { made.append(path) }
    return made
  }

  /// Makes one folder; false where it is there by now.
  private static func make(_ path: String) throws(FileError) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    let code = errno
    let failure = FileError.last(path)
    if code == EEXIST, FileReading.isFolder(path) { return false }
    guard code == EEXIST, let kind = FileReading.kind(of: path) else { throw failure }
    throw FileError(path: path, reason: "it is \(kind.words), not a folder")
  }
}
