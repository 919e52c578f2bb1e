internal import Glibc

/// A file that was looked at.
public struct FoundFile: Sendable, Equatable {
  /// Its bytes; of a file that is too large, those it begins with.
  public let bytes: [UInt8]
  /// True if these are all its bytes.
  public let isWhole: Bool
  /// The identity of the file.
  public let stamp: FileStamp
}

/// The thing in the place of a file.
public enum FileFinding: Sendable, Equatable {
  /// Nothing.
  case absent
  /// A file.
  case file(FoundFile)
  /// Something else; the path is that of the part which is in the way.
  case obstructed(path: String, FileReading.Kind)
}

extension OutputFolder {
  /// Nothing that this program writes is larger than this many bytes.
  public static let limit = 64 << 20
  /// As many bytes of a larger file are read.
  private static let start = 64 << 10

  /// Looks at a file.
  /// - Parameter limit: the size in bytes above which only the start of the file is read.
  public func look(
    at place: FilePlace, limit: Int = OutputFolder.limit
  ) throws(FileError) -> FileFinding {
    switch try finding(place.folder) {
    case .absent: return .absent
    case .obstructed(let path, let kind): return .obstructed(path: path, kind)
    case .folder(let folder): return try folder.look(at: place.name, limit)
    }
  }

  /// The whole of a file; nil when there is no such file.
  public func bytes(of place: FilePlace) throws(FileError) -> [UInt8]? {
    guard case .file(let file) = try look(at: place) else { return nil }
    return try Self.whole(file, path + "/" + place.path)
  }

  /// The bytes of a file that was read as a whole.
  static func whole(_ file: FoundFile, _ path: String) throws(FileError) -> [UInt8] {
    guard file.isWhole else {
      throw FileError(path: path, reason: "it has more than \(limit >> 20) MiB")
    }
    return file.bytes
  }

  private func look(at name: String, _ limit: Int) throws(FileError) -> FileFinding {
    try Self.look(at: name, limit, in: descriptor, path: path)
  }

  /// Looks at a file of an open folder.
  static func look(
    at name: String, _ limit: Int, in descriptor: Int32, path: String
  ) throws(FileError) -> FileFinding {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let failure = FileError.last(path + "/" + name)
      switch kind(of: name, in: descriptor) {
      case nil: return .absent
      case .file: throw failure
      case let other?: return .obstructed(path: path + "/" + name, other)
      }
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last(path + "/" + name) }
    let kind = FileReading.Kind(mode: status.st_mode)
    guard kind == .file else { return .obstructed(path: path + "/" + name, kind) }
    let size = Int(status.st_size)
    let wanted = size <= limit ? size : min(size, start)
    let bytes = try FileReading.bytes(of: file, size: wanted, path: path, name)
    return .file(FoundFile(bytes: bytes, isWhole: wanted == size, stamp: FileStamp(status)))
  }

  /// A name in a folder, and what it is.
  public struct Entry: Sendable, Equatable {
    /// The name; where it is not UTF-8, a text to show, with `\xFF` for its bytes.
    public let name: String
    /// Its kind, without following links.
    public let kind: FileReading.Kind
    /// The bytes of a name that is not UTF-8, zero-terminated.
    let bytes: [CChar]?

    /// True if the name is UTF-8. This program gives no other.
    public var isText: Bool { bytes == nil }
  }

  /// The entries of this folder, in byte order of the names.
  public func entries() throws(FileError) -> [Entry] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { throw .last(path) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let (name, bytes) = FileReading.text(of: entry)
      if name == "." || name == ".." { continue }
      // Some file systems do not say the kind.
      let told = FileReading.Kind(directoryType: entry.pointee.d_type)
      guard let kind = told ?? kind(of: entry) else { continue }
      entries.append(Entry(name: name, kind: kind, bytes: bytes))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func kind(of entry: UnsafeMutablePointer<dirent>) -> FileReading.Kind? {
    var status = stat()
    let failure = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
        fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
      }
    }
    return failure == 0 ? FileReading.Kind(mode: status.st_mode) : nil
  }
}
