internal import Glibc

/// The files of one folder, to be compared and made by several threads at once.
public final class FolderFiles: Sendable {
  /// The folder's path, as the user named it.
  public let path: String
  private let descriptor: Int32

  /// Opens a folder again, so that it is closed with the value.
  public init(_ folder: OutputFolder) throws(FileError) {
    path = folder.path
    descriptor = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .last(folder.path) }
  }

  deinit { close(descriptor) }

  /// Returns whether a file of the folder is there, can be read and has exactly these bytes. A second
  /// look finds the reason.
  public func has(_ bytes: [UInt8], in name: String) -> Bool {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, FileReading.Kind(mode: status.st_mode) == .file,
      Int(status.st_size) == bytes.count
    else { return false }
    return (try? FileReading.bytes(of: file, size: bytes.count, path: path, name)) == bytes
  }

  /// The size of a file in bytes; 0 where it is none.
  public func size(of name: String) -> Int {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return 0 }
    return Int(status.st_size)
  }

  /// The whole of a file; nil when there is no such file.
  public func bytes(of name: String) throws(FileError) -> [UInt8]? {
    let found = try OutputFolder.look(at: name, OutputFolder.limit, in: descriptor, path: path)
    guard case .file(let file) = found else { return nil }
    return try OutputFolder.whole(file, path + "/" + name)
  }

  /// Makes a file; after an error nothing is left of it.
  public func put(_ bytes: [UInt8], in name: String) throws(FileError) {
    try OutputFolder.put(bytes, in: name, of: descriptor, path: path)
  }
}

extension OutputFolder {
  /// The files of a folder below this one; nil where it is not there, is none or cannot be opened, for
  /// which a second look finds the reason.
  public func files(in folder: String) -> FolderFiles? {
    guard case .folder(let found)? = try? finding(folder) else { return nil }
    return try? FolderFiles(found)
  }

  /// The files of a folder below this one, which is made where it is missing.
  public func madeFiles(in folder: String) throws(FileError) -> FolderFiles {
    try FolderFiles(made(folder))
  }
}
