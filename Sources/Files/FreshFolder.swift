internal import Glibc

/// A folder that does not exist yet: it is built beside its place and renamed once, so that there is
/// the whole of it or nothing.
public enum FreshFolder {
  /// Whether a path is free for a fresh folder.
  public static func isFree(_ path: String) -> Bool { FileReading.kind(of: path) == nil }

  /// Builds a folder and puts it in its place; after an error nothing is left of it.
  public static func build(
    _ path: String, _ body: (inout OutputFolder) throws(FileError) -> Void
  ) throws(FileError) {
    let path = FilePath.normal(path)
    let parent = FilePath.folder(of: path)
    try OutputFolder.makeFolders(parent)
    let aside = "\(parent)/.\(FilePath.name(of: path)).\(getpid()).new"
    do throws(FileError) {
      guard mkdir(aside, 0o777) == 0 else { throw FileError.last(path) }
      var folder = try OutputFolder(path: aside)
      try body(&folder)
      guard rename(aside, path) == 0 else { throw FileError.last(path) }
    } catch {
      remove(aside)
      let below = error.path.hasPrefix(aside) ? String(error.path.dropFirst(aside.count)) : ""
      throw FileError(path: path + below, reason: error.reason)
    }
  }

  /// Removes a folder of this program's own making; links in it are removed, not followed.
  private static func remove(_ path: String) {
    guard FileReading.kind(of: path) == .folder else {
      unlink(path)
      return
    }
    for name in (try? FileReading.names(in: path)) ?? [] { remove(path + "/" + name) }
    rmdir(path)
  }
}
