internal import Glibc

/// The reason why a file or a folder could not be read or written.
public struct FileError: Error, Sendable {
  /// The file or folder.
  public let path: String
  /// The reason, in plain words: `permission denied`.
  public let reason: String

  /// Makes an error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The error of the last system call.
  /// - Parameter followsLinks: whether the call follows links, as reading does and writing never.
  static func last(_ path: String, followsLinks: Bool = false) -> FileError {
    let code = errno
    let reason =
      switch code {
      case ENOENT: "there is no such file or folder"
      case EACCES, EPERM: "permission denied"
      case EROFS: "the file system is read-only"
      case ENOSPC, EDQUOT: "the disk is full"
      case ELOOP where followsLinks: "its symbolic links form a loop"
      case ELOOP: "it is a symbolic link, which is never followed when writing"
      case ENOTDIR:
        FileReading.kind(of: path) == .file
          ? "it is a file, not a folder" : "a part of the path is a file, not a folder"
      case EEXIST: "something already exists there"
      case ENOTEMPTY: "something was created there during the run"
      case EISDIR: "it is a folder, not a file"
      case ENAMETOOLONG: "the name is too long"
      case EMFILE, ENFILE: "too many files are open"
      default: String(cString: strerror(code))
      }
    return FileError(path: path, reason: reason)
  }

  /// `path: reason`.
  public var description: String { "\(path): \(reason)" }
}
