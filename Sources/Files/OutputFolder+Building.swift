internal import Glibc

/// A fresh folder is built beside its place and renamed once, so that there is the whole of it or
/// nothing.
extension OutputFolder {
  private static let ending = ".flyte-harden-new"

  /// What a file or a folder is called until it is whole.
  static func aside(_ name: String) -> String { ".\(name)\(ending)" }

  /// Whether a name is one that an interrupted run of this program leaves behind.
  public static func isLeftOver(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(ending)
  }

  /// Keeps other runs of this program out of the folder until this one ends.
  public func lock() throws(FileError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    throw FileError(path: path, reason: "another run is writing there; wait until it has ended")
  }

  /// Removes what interrupted runs left right below this folder. The folder must be locked: what
  /// another run is building looks the same.
  public func removeLeftOvers() throws(FileError) {
    for entry in try entries() where Self.isLeftOver(entry.name) { removeAll(entry.name) }
  }

  /// Builds a folder that is not there yet; after an error nothing is left of it.
  public func build(
    _ name: String, _ body: (OutputFolder) throws(FileError) -> Void
  ) throws(FileError) {
    try lock()
    let aside = Self.aside(name)
    removeAll(aside)
    guard mkdirat(descriptor, aside, 0o777) == 0 else { throw .last(path + "/" + name) }
    do throws(FileError) {
      guard case .folder(let fresh) = try finding(aside) else { throw FileError.last(path) }
      try body(fresh)
      guard renameat(descriptor, aside, descriptor, name) == 0 else { throw FileError.last(path) }
      forgetFolders()
    } catch {
      removeAll(aside)
      let place = path + "/" + aside
      let below = error.path.hasPrefix(place) ? String(error.path.dropFirst(place.count)) : ""
      throw FileError(path: path + "/" + name + below, reason: error.reason)
    }
  }

  /// Removes a file or a folder of this program's own making; links in it are removed, not followed.
  private func removeAll(_ name: String) {
    defer { forgetFolders() }
    guard kind(of: name) == .folder else {
      unlinkat(descriptor, name, 0)
      return
    }
    if let inner = try? folder(name) {
      for entry in (try? inner.entries()) ?? [] { inner.removeAll(entry.name) }
    }
    unlinkat(descriptor, name, Int32(AT_REMOVEDIR))
  }
}
