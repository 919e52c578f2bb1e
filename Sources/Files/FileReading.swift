internal import Glibc

/// Reading files and folders.
public enum FileReading {
  /// The kind of a path.
  public enum Kind: Sendable {
    case file, folder, link, other

    init(mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFLNK: self = .link
      default: self = .other
      }
    }

    /// The kind that a folder's entry has in the folder; nil if it has none there.
    init?(directoryType type: UInt8) {
      switch Int(type) {
      case Int(DT_REG): self = .file
      case Int(DT_DIR): self = .folder
      case Int(DT_LNK): self = .link
      case Int(DT_UNKNOWN): return nil
      default: self = .other
      }
    }

    /// In plain words.
    public var words: String {
      switch self {
      case .file: "a file"
      case .folder: "a folder"
      case .link: "a symbolic link"
      case .other: "neither a file nor a folder"
      }
    }
  }

  /// The kind of a path, without following links; nil if nothing is there.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Kind(mode: status.st_mode)
  }

  /// Returns whether a path leads to a folder, links followed.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Returns whether its owner may run a file as a program, which is what git looks at; links followed.
  public static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IXUSR != 0
  }

  /// The bytes of a file.
  /// - Parameter limit: a larger file is an error.
  public static func bytes(of path: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(path, followsLinks: true) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, path: path, limit: limit)
  }

  static func bytes(of descriptor: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "it is not a regular file")
    }
    guard status.st_size <= limit else {
      throw FileError(path: path, reason: "it has more than \(words(limit))")
    }
    return try bytes(of: descriptor, size: Int(status.st_size), path: path, nil)
  }

  /// The first bytes of an open file.
  /// - Parameter name: its name in the folder `path`; nil where `path` is its own.
  static func bytes(
    of descriptor: Int32, size: Int, path: String, _ name: String?
  ) throws(FileError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw .last(name.map { path + "/" + $0 } ?? path) }
    return bytes
  }

  /// A number of bytes in words.
  public static func words(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }

  /// The names in a folder, in byte order, without `.` and `..`.
  /// - Parameter limit: more of them are an error.
  public static func names(
    in path: String, limit: Int = 100_000
  ) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw .last(path, followsLinks: true) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = name(of: entry)
      if name == "." || name == ".." { continue }
      guard names.count < limit else {
        throw FileError(path: path, reason: "it has more than \(limit) files")
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }

  /// The name as a text to show, and its bytes, zero-terminated, where they are not UTF-8.
  static func text(
    of entry: UnsafeMutablePointer<dirent>
  ) -> (name: String, bytes: [CChar]?) {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { start in
        if let name = String(validatingCString: start) { return (name, nil) }
        let bytes = UnsafeBufferPointer(start: start, count: strlen(start) + 1)
        let shown = bytes.dropLast().map { byte in
          let code = UInt8(bitPattern: byte)
          if (0x20..<0x7F).contains(code) { return String(UnicodeScalar(code)) }
          return "\\x" + (code < 16 ? "0" : "") + String(code, radix: 16, uppercase: true)
        }
        return (shown.joined(), Array(bytes))
      }
    }
  }
}
