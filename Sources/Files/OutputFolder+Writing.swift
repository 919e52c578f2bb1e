internal import Glibc

/// Making and removing single files. A file that others may see gets its name by a `Workshop`.
extension OutputFolder {
  /// Writes a file that is not there, making its folders.
  public func create(_ place: FilePlace, with bytes: [UInt8]) throws(FileError) {
    try made(place.folder).put(bytes, in: place.name)
  }

  /// Makes a file; after an error nothing is left of it.
  func put(_ bytes: [UInt8], in name: String) throws(FileError) {
    try Self.put(bytes, in: name, of: descriptor, path: path)
  }

  /// Makes a file in an open folder; after an error nothing is left of it.
  static func put(
    _ bytes: [UInt8], in name: String, of descriptor: Int32, path: String
  ) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, name, flags, 0o666)
    guard file >= 0 else { throw .last(path + "/" + name) }
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

  /// Looks whether names can be given in a folder, where it is there.
  public func checkWritable(_ folder: String) throws(FileError) {
    guard case .folder(let open) = try finding(folder) else { return }
    guard faccessat(open.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw .last(open.path)
    }
  }

  /// Removes a file that was looked at, and the folders that this empties.
  /// - Throws: also where it is no longer the file that was seen.
  public func remove(_ place: FilePlace, seen: FileStamp) throws(FileError) {
    guard case .folder(let folder) = try finding(place.folder),
      folder.kind(of: place.name) != nil
    else { return }
    try folder.check(place.name, is: seen)
    guard unlinkat(folder.descriptor, place.name, 0) == 0 || errno == ENOENT else {
      throw .last(path + "/" + place.path)
    }
    try removeEmptyFolders(from: place.folder)
  }

  /// Removes a folder below this one that holds nothing, and those that this empties; others stay.
  public func removeEmptyFolders(from folder: String) throws(FileError) {
    var folder = folder
    while !folder.isEmpty {
      let place = FilePlace(folder)
      guard case .folder(let above) = try finding(place.folder),
        unlinkat(above.descriptor, place.name, Int32(AT_REMOVEDIR)) == 0
      else { return }
      forgetFolders()
      folder = place.folder
    }
  }

  /// Removes a file, or a folder and all that is in it; links in it are removed, not followed.
  /// - Parameters:
  ///   - last: what in it goes last.
  ///   - depth: how many folders inside each other are looked into; this program makes few.
  func removeAll(_ name: String, last: String? = nil, depth: Int = 64) {
    defer { forgetFolders() }
    guard kind(of: name) == .folder else {
      unlinkat(descriptor, name, 0)
      return
    }
    if depth > 0, let inner = try? folder(name) {
      let names = ((try? inner.entries()) ?? []).filter(\.isText).map(\.name)
      for name in names where name != last { inner.removeAll(name, depth: depth - 1) }
      if let last { unlinkat(inner.descriptor, last, 0) }
    }
    unlinkat(descriptor, name, Int32(AT_REMOVEDIR))
  }
}
