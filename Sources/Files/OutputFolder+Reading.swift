internal import Glibc

/// What stands where a file should be.
public enum FileFinding: Sendable, Equatable {
  /// Nothing.
  case absent
  /// A file, with its bytes.
  case file([UInt8])
  /// Something else; the path is that of the part which is in the way.
  case obstructed(path: String, FileReading.Kind)
}

extension OutputFolder {
  /// Nothing that this program writes is larger than this many bytes.
  private static let limit = 64 << 20

  /// Looks at a file.
  public func look(at place: FilePlace) throws(FileError) -> FileFinding {
    switch try finding(place.folder) {
    case .absent: return .absent
    case .obstructed(let path, let kind): return .obstructed(path: path, kind)
    case .folder(let folder): return try folder.look(at: place.name)
    }
  }

  private func look(at name: String) throws(FileError) -> FileFinding {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let failure = FileError.last(path + "/" + name)
      switch kind(of: name) {
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
    guard size <= Self.limit else {
      throw FileError(path: path + "/" + name, reason: "it has more than \(Self.limit >> 20) MiB")
    }
    return .file(try FileReading.bytes(of: file, size: size, path: path, name))
  }

  /// A name in a folder, and what it is.
  public struct Entry: Sendable, Equatable {
    /// The name.
    public let name: String
    /// What it is, links not followed.
    public let kind: FileReading.Kind
  }

  /// What is right below this folder, in byte order of the names.
  public func entries() throws(FileError) -> [Entry] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { throw .last(path) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = FileReading.name(of: entry)
      if name == "." || name == ".." { continue }
      // Some file systems do not say the kind.
      let told = FileReading.Kind(directoryType: entry.pointee.d_type)
      guard let kind = told ?? kind(of: name) else { continue }
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Every file below this folder, or what else is no folder, in no order.
  public func places() throws(FileError) -> [(place: FilePlace, kind: FileReading.Kind)] {
    var found: [(place: FilePlace, kind: FileReading.Kind)] = []
    try list("", into: &found)
    return found
  }

  private func list(
    _ folder: String, into found: inout [(place: FilePlace, kind: FileReading.Kind)]
  ) throws(FileError) {
    guard case .folder(let open) = try finding(folder) else { return }
    for entry in try open.entries() {
      let place = FilePlace(folder, entry.name)
      if entry.kind == .folder {
        try list(place.path, into: &found)
      } else {
        found.append((place, entry.kind))
      }
    }
  }
}
