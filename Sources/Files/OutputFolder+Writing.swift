internal import Glibc

/// A changed file is written beside the old one and renamed over it, so that a reader sees the old
/// bytes or the new ones.
extension OutputFolder {
  /// What became of a file.
  public enum Outcome: Sendable {
    case created, replaced, unchanged
  }

  /// Writes a file where its bytes differ, making its folders.
  /// - Throws: also where something other than a file stands in its way.
  public func write(_ bytes: [UInt8], to place: FilePlace) throws(FileError) -> Outcome {
    switch try look(at: place) {
    case .file(bytes): return .unchanged
    case .file:
      try replace(place, with: bytes)
      return .replaced
    case .absent:
      try create(place, with: bytes)
      return .created
    case .obstructed(let path, let kind):
      throw FileError(path: path, reason: "it is \(kind.words), which is never written through")
    }
  }

  /// Writes a file that is not there, making its folders.
  public func create(_ place: FilePlace, with bytes: [UInt8]) throws(FileError) {
    try made(place.folder).put(bytes, in: place.name)
  }

  /// Writes a file in the place of one that is there.
  public func replace(_ place: FilePlace, with bytes: [UInt8]) throws(FileError) {
    let folder = try made(place.folder)
    let aside = Self.aside(place.name)
    unlinkat(folder.descriptor, aside, 0)
    do throws(FileError) {
      try folder.put(bytes, in: aside)
      guard renameat(folder.descriptor, aside, folder.descriptor, place.name) == 0 else {
        throw FileError.last(folder.path + "/" + place.name)
      }
    } catch {
      unlinkat(folder.descriptor, aside, 0)
      throw FileError(path: folder.path + "/" + place.name, reason: error.reason)
    }
  }

  /// Makes a file; after an error nothing is left of it.
  private func put(_ bytes: [UInt8], in name: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, name, flags, 0o666)
    guard file >= 0 else {
      let path = path + "/" + name
      throw .last(path)
    }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = FileError.last(path + "/" + name)
        unlinkat(descriptor, name, 0)
        throw failure
      }
      done += count
    }
  }

  /// Removes a file and the folders that this empties.
  public func remove(_ place: FilePlace) throws(FileError) {
    guard case .folder(let folder) = try finding(place.folder) else { return }
    guard unlinkat(folder.descriptor, place.name, 0) == 0 || errno == ENOENT else {
      throw .last(path + "/" + place.path)
    }
    var parent = place.folder
    while !parent.isEmpty {
      let up = FilePlace(parent)
      guard case .folder(let above) = try finding(up.folder),
        unlinkat(above.descriptor, up.name, Int32(AT_REMOVEDIR)) == 0
      else { break }
      forgetFolders()
      parent = up.folder
    }
  }

  /// Removes a folder right below this one when it holds nothing; else it stays.
  public func removeIfEmpty(_ name: String) throws(FileError) {
    forgetFolders()
    guard unlinkat(descriptor, name, Int32(AT_REMOVEDIR)) != 0 else { return }
    guard [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else { throw .last(path + "/" + name) }
  }
}
