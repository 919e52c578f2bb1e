internal import Glibc

/// The identity of a file, and when it was last written: both are checked again before it is
/// replaced or removed, so that nothing is lost that came meanwhile.
public struct FileStamp: Sendable, Hashable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

extension OutputFolder {
  /// The stamp of what has a name right below this folder, links not followed; nil when there is
  /// nothing.
  func stamp(of name: String) -> FileStamp? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStamp(status)
  }

  /// Looks whether a file is still the one that was looked at.
  func check(_ name: String, is seen: FileStamp) throws(FileError) {
    guard stamp(of: name) != seen else { return }
    throw FileError(
      path: path + "/" + name, reason: "it was changed while this run was writing")
  }
}
