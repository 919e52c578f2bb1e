internal import Glibc

/// A folder of this program's own, beside the files that a run writes: files are made in it, and get
/// their names when they are whole. What a run that was killed leaves of it says which files were
/// meant to be written, and the next run removes it.
///
/// It is known by a journal that begins with a mark; while it has none yet, by the sticky bit that it
/// is made with, for making a folder is one step. Something else of its name is never touched.
public struct Workshop: Sendable {
  /// Its name in the folder that it is in.
  public let name: String
  /// The number of things that were made in it; each is named by its number.
  private var count = 0

  private static let name = ".flyte-harden-new"
  private static let journal = "journal"
  private static let mark = Array(
    "# The files that an interrupted run of flyte-harden meant to write. Its next run removes this.\n"
      .utf8)

  private init(named name: String) { self.name = name }

  /// Makes one.
  /// - Parameter journal: what the next run needs to know when this one is killed.
  public init(in parent: OutputFolder, journal: [UInt8]) throws(FileError) {
    for number in 1...100 {
      let workshop = Workshop(named: number == 1 ? Self.name : "\(Self.name)-\(number)")
      if mkdirat(parent.descriptor, workshop.name, 0o1777) == 0 {
        self = workshop
        do throws(FileError) {
          let folder = try opened(in: parent)
          try folder.put(Self.mark + journal, in: Self.journal + ".new")
          try folder.rename(Self.journal + ".new", to: Self.journal, in: folder)
        } catch {
          discard(from: parent)
          throw FileError(path: parent.path, reason: error.reason)
        }
        return
      }
      guard errno == EEXIST else { throw .last(parent.path) }
    }
    throw FileError(
      path: parent.path, reason: "it has a hundred entries with names like '\(Self.name)'")
  }

  /// The workshops that killed runs left in a folder. The folder must be locked if more is done
  /// than looking: the workshop of another run looks the same.
  public static func leftOvers(in parent: OutputFolder) throws(FileError) -> [Workshop] {
    try parent.entries().compactMap { isOne($0, in: parent) ? Workshop(named: $0.name) : nil }
  }

  /// Returns whether an entry of a folder is a workshop.
  public static func isOne(_ entry: OutputFolder.Entry, in parent: OutputFolder) -> Bool {
    let digits = entry.name.utf8.dropFirst(Self.name.utf8.count + 1)
    guard entry.isText, entry.kind == .folder,
      entry.name == Self.name
        || entry.name.hasPrefix(Self.name + "-") && digits.count <= 3
          && digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let folder = try? parent.folder(entry.name)
    else { return false }
    var status = stat()
    if fstat(folder.descriptor, &status) == 0, status.st_mode & S_ISVTX != 0 { return true }
    return Workshop(named: entry.name).journal(in: parent) != nil
  }

  /// Its message to the next run; nil if it has none yet.
  public func journal(in parent: OutputFolder) -> [UInt8]? {
    guard let folder = try? parent.folder(name),
      case .file(let file) = try? folder.look(at: FilePlace("", Self.journal)), file.isWhole,
      file.bytes.starts(with: Self.mark)
    else { return nil }
    return Array(file.bytes.dropFirst(Self.mark.count))
  }

  /// Removes it and what is in it.
  public func discard(from parent: OutputFolder) {
    parent.removeAll(name, last: Self.journal)
  }

  private func opened(in parent: OutputFolder) throws(FileError) -> OutputFolder {
    guard case .folder(let folder) = try parent.finding(name) else {
      throw FileError(path: parent.path + "/" + name, reason: "it was removed during the run")
    }
    return folder
  }

  /// Makes a file that is to stand at a place.
  /// - Returns: its number.
  public mutating func make(
    _ bytes: [UInt8], for place: FilePlace, in parent: OutputFolder
  ) throws(FileError) -> Int {
    do throws(FileError) {
      try opened(in: parent).put(bytes, in: String(count))
    } catch {
      throw FileError(path: parent.path + "/" + place.path, reason: error.reason)
    }
    count += 1
    return count - 1
  }

  /// Makes a folder that is to stand beside the workshop.
  /// - Returns: its number.
  public mutating func makeFolder(
    _ place: String, in parent: OutputFolder, _ body: (OutputFolder) throws(FileError) -> Void
  ) throws(FileError) -> Int {
    let folder = try opened(in: parent)
    let number = String(count)
    do throws(FileError) {
      guard mkdirat(folder.descriptor, number, 0o777) == 0,
        let fresh = try folder.folder(number)
      else { throw .last(folder.path + "/" + number) }
      try body(fresh)
    } catch {
      let below = error.path.utf8.dropFirst(folder.path.utf8.count + 1 + number.utf8.count)
      throw FileError(
        path: parent.path + "/" + place + String(decoding: below, as: UTF8.self),
        reason: error.reason)
    }
    count += 1
    return count - 1
  }

  /// Gives a file its name.
  /// - Parameter seen: what was seen at its place, to be replaced; nil: nothing.
  /// - Throws: also where something else is there by now.
  public func place(
    _ number: Int, at place: FilePlace, over seen: FileStamp?, in parent: OutputFolder
  ) throws(FileError) {
    let (workshop, folder) = (try opened(in: parent), try parent.made(place.folder))
    guard let seen else {
      try workshop.link(String(number), to: place.name, in: folder)
      return
    }
    try folder.check(place.name, is: seen)
    try workshop.rename(String(number), to: place.name, in: folder)
  }

  /// Gives a folder its name beside the workshop, where nothing may be.
  public func placeFolder(
    _ number: Int, at name: String, in parent: OutputFolder
  ) throws(FileError) {
    guard parent.kind(of: name) == nil else {
      throw FileError(
        path: parent.path + "/" + name, reason: "something was created there during the run")
    }
    try opened(in: parent).rename(String(number), to: name, in: parent)
    parent.forgetFolders()
  }

  /// Takes a folder beside the workshop into it, in one step, to be removed with it.
  /// - Parameter check: a last look at the folder; where it throws, the folder goes back.
  public mutating func take(
    _ name: String, from parent: OutputFolder, _ check: (OutputFolder) throws(FileError) -> Void
  ) throws(FileError) {
    let folder = try opened(in: parent)
    let number = String(count)
    count += 1
    try parent.rename(name, to: number, in: folder)
    parent.forgetFolders()
    do throws(FileError) {
      guard let taken = try folder.folder(number) else { throw .last(folder.path) }
      try check(taken)
    } catch {
      try folder.rename(number, to: name, in: parent)
      throw FileError(path: parent.path + "/" + name, reason: error.reason)
    }
  }
}

extension OutputFolder {
  fileprivate func rename(
    _ name: String, to new: String, in folder: OutputFolder
  ) throws(FileError) {
    guard renameat(descriptor, name, folder.descriptor, new) == 0 else {
      throw .last(folder.path + "/" + new)
    }
  }

  /// Gives a file its name where nothing is, which renaming does not promise.
  fileprivate func link(
    _ name: String, to new: String, in folder: OutputFolder
  ) throws(FileError) {
    if linkat(descriptor, name, folder.descriptor, new, 0) == 0 { return }
    if errno == EEXIST {
      throw FileError(
        path: folder.path + "/" + new, reason: "something was created there during the run")
    }
    // Some file systems have no second names for a file.
    guard folder.kind(of: new) == nil else { throw .last(folder.path + "/" + new) }
    try rename(name, to: new, in: folder)
  }
}
