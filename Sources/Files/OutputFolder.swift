internal import Glibc

/// A folder of outputs, open: everything in it is reached from its descriptor, part by part, so that
/// nothing is read or written through a symbolic link or outside of it.
public final class OutputFolder {
  /// The folder as the user named it.
  public let path: String
  let descriptor: Int32
  /// The folders of planned files below it that were opened, by their paths: few.
  private var known: TextMap<FolderFinding> = [:]
  /// The folders that were made for it.
  private let madeFolders: [String]

  init(path: String, descriptor: Int32, made: [String] = []) {
    self.path = path
    self.descriptor = descriptor
    madeFolders = made
  }

  deinit { close(descriptor) }

  /// Opens a folder, making it and what leads to it where it is missing. Its own path may hold
  /// links: the user named it.
  public convenience init(path: String) throws(FileError) {
    let made = try FolderMaking.makeFolders(path)
    let descriptor = Self.open(path)
    guard descriptor >= 0 else { throw .last(path) }
    self.init(path: path, descriptor: descriptor, made: made)
  }

  /// Removes the folders that opening it made, as far as they hold nothing.
  public func unmake() {
    for path in madeFolders.reversed() { rmdir(path) }
  }

  /// Opens a folder; nil where there is nothing.
  public static func existing(_ path: String) throws(FileError) -> OutputFolder? {
    let descriptor = open(path)
    if descriptor >= 0 { return OutputFolder(path: path, descriptor: descriptor) }
    guard errno == ENOENT, FileReading.kind(of: path) == nil else { throw .last(path) }
    return nil
  }

  private static func open(_ path: String) -> Int32 {
    Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  /// The thing at a folder's path below this one.
  enum FolderFinding {
    case absent
    case folder(OutputFolder)
    /// Something else, which may be a part of the path only.
    case obstructed(path: String, FileReading.Kind)
  }

  /// Looks for a folder, one part of its path after the other.
  func finding(_ folder: String) throws(FileError) -> FolderFinding {
    if folder.isEmpty { return .folder(self) }
    if let found = known[folder] { return found }
    guard FilePath.isBelow(folder) else {
      throw FileError(path: folder, reason: "it is not a path below '\(path)'")
    }
    let place = FilePlace(folder)
    let found: FolderFinding
    switch try finding(place.folder) {
    case .folder(let parent): found = try parent.opened(place.name, as: path + "/" + folder)
    case let other: found = other
    }
    // What is not there may be made later.
    if case .absent = found { return found }
    known[folder] = found
    return found
  }

  private func opened(_ name: String, as shown: String) throws(FileError) -> FolderFinding {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = openat(descriptor, name, flags)
    if opened >= 0 { return .folder(OutputFolder(path: shown, descriptor: opened)) }
    let failure = FileError.last(shown)
    switch kind(of: name) {
    case nil: return .absent
    case .folder: throw failure
    case let other?: return .obstructed(path: shown, other)
    }
  }

  /// The folder of a name right below this one, opened again, so that it is closed with the value;
  /// nil where there is none, or something else.
  public func folder(_ name: String) throws(FileError) -> OutputFolder? {
    guard FilePath.isBelow(name) else { return nil }
    if case .folder(let folder) = try opened(name, as: path + "/" + name) { return folder }
    return nil
  }

  /// The folder of an entry; nil where it is none, or cannot be opened.
  public func folder(of entry: Entry) -> OutputFolder? {
    guard let bytes = entry.bytes else { return try? folder(entry.name) }
    let opened = openat(descriptor, bytes, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return opened < 0 ? nil : OutputFolder(path: path + "/" + entry.name, descriptor: opened)
  }

  /// The folder at a path, made with what leads to it.
  func made(_ folder: String) throws(FileError) -> OutputFolder {
    switch try finding(folder) {
    case .folder(let found): return found
    case .obstructed(let path, let kind):
      throw FileError(path: path, reason: "it is \(kind.words), not a folder")
    case .absent: break
    }
    let place = FilePlace(folder)
    let parent = try made(place.folder)
    guard mkdirat(parent.descriptor, place.name, 0o777) == 0 || errno == EEXIST,
      case .folder(let fresh) = try finding(folder)
    else { throw .last(path + "/" + folder) }
    return fresh
  }

  /// The kind of an entry of this folder, links not followed; nil if there is none.
  public func kind(of name: String) -> FileReading.Kind? { Self.kind(of: name, in: descriptor) }

  static func kind(of name: String, in descriptor: Int32) -> FileReading.Kind? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileReading.Kind(mode: status.st_mode)
  }

  /// Forgets the folders that were opened, after some were removed.
  func forgetFolders() { known = [:] }

  /// Keeps other runs of this program out of the folder until this one ends.
  public func lock() throws(FileError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    throw FileError(path: path, reason: "another run is writing there; wait until it is done")
  }
}
