internal import Glibc

/// A folder that files are written into: never through a symbolic link, never outside of it, and a
/// file only when its bytes differ.
///
/// A changed file is written beside the old one and renamed over it, so that a reader sees the old
/// bytes or the new ones.
public struct OutputFolder: ~Copyable {
  /// What became of a file.
  public enum Outcome: Sendable {
    case created, replaced, unchanged
  }

  /// The folder as the user named it.
  public let path: String
  private let root: Int32
  /// The folder of the file before this one: files come sorted, so it is most often the same.
  private var last: (path: String, descriptor: Int32)?

  /// Opens the folder, making it and what leads to it where it is missing.
  public init(path: String) throws(FileError) {
    let descriptor = try Self.opened(path)
    self.path = path
    root = descriptor
  }

  private static func opened(_ path: String) throws(FileError) -> Int32 {
    try makeFolders(path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(path) }
    return descriptor
  }

  deinit {
    if let last { close(last.descriptor) }
    close(root)
  }

  /// Makes a folder and what leads to it.
  static func makeFolders(_ path: String) throws(FileError) {
    if FileReading.isFolder(path) { return }
    let parent = FilePath.folder(of: path)
    if parent != path, parent != "." { try makeFolders(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && FileReading.isFolder(path) else {
      throw .last(path)
    }
  }

  /// Writes a file, making its folders.
  /// - Parameter file: a path below this folder; `..` and absolute paths are refused.
  public mutating func write(_ bytes: [UInt8], to file: String) throws(FileError) -> Outcome {
    let folder = try folder(of: file, creating: true)
    let name = FilePath.name(of: file)
    let shown = "\(path)/\(file)"
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if descriptor >= 0 {
      defer { close(descriptor) }
      if try holds(descriptor, bytes, shown) { return .unchanged }
      try replace(name, with: bytes, in: folder, shown)
      return .replaced
    }
    guard errno == ENOENT else { throw .last(shown) }
    let created = openat(
      folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard created >= 0 else { throw .last(shown) }
    defer { close(created) }
    do throws(FileError) {
      try put(bytes, created, shown)
    } catch {
      unlinkat(folder, name, 0)
      throw error
    }
    return .created
  }

  /// Removes a file and the folders that this empties.
  public mutating func remove(_ file: String) throws(FileError) {
    let folder = try folder(of: file, creating: false)
    guard unlinkat(folder, FilePath.name(of: file), 0) == 0 || errno == ENOENT else {
      throw .last("\(path)/\(file)")
    }
    if let last { close(last.descriptor) }
    last = nil
    var parent = FilePath.folder(of: file)
    while parent != ".", unlinkat(root, parent, Int32(AT_REMOVEDIR)) == 0 {
      parent = FilePath.folder(of: parent)
    }
  }

  private func holds(
    _ descriptor: Int32, _ bytes: [UInt8], _ shown: String
  ) throws(FileError) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(shown) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: shown, reason: "it is a folder, not a file")
    }
    guard Int(status.st_size) == bytes.count else { return false }
    return try FileReading.bytes(of: descriptor, path: shown, limit: bytes.count) == bytes
  }

  private func replace(
    _ name: String, with bytes: [UInt8], in folder: Int32, _ shown: String
  ) throws(FileError) {
    let aside = ".\(name).\(getpid()).new"
    unlinkat(folder, aside, 0)
    let descriptor = openat(
      folder, aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last(shown) }
    defer { close(descriptor) }
    do throws(FileError) {
      try put(bytes, descriptor, shown)
      guard renameat(folder, aside, folder, name) == 0 else { throw FileError.last(shown) }
    } catch {
      unlinkat(folder, aside, 0)
      throw error
    }
  }

  private func put(_ bytes: [UInt8], _ descriptor: Int32, _ shown: String) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last(shown) }
      done += count
    }
  }

  /// The folder of a file, opened one part after the other so that no part can be a link.
  private mutating func folder(of file: String, creating: Bool) throws(FileError) -> Int32 {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
      throw FileError(path: file, reason: "it is not a path below the output folder")
    }
    let wanted = parts.dropLast().joined(separator: "/")
    if wanted.isEmpty { return root }
    if let last, last.path == wanted { return last.descriptor }
    var current = dup(root)
    guard current >= 0 else { throw .last(path) }
    var walked = path
    for part in parts.dropLast() {
      walked += "/" + part
      if creating { mkdirat(current, String(part), 0o777) }
      let next = openat(
        current, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let failure = FileError.last(walked)
      close(current)
      guard next >= 0 else { throw failure }
      current = next
    }
    if let last { close(last.descriptor) }
    last = (wanted, current)
    return current
  }
}

extension OutputFolder {
  /// Removes a folder that holds nothing; one that holds something stays.
  public static func removeIfEmpty(_ path: String) throws(FileError) {
    guard rmdir(path) != 0 else { return }
    guard [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else { throw .last(path) }
  }
}
