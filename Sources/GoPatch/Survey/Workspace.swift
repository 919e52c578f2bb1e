import GoSource

/// A tree with the changes made to it so far, each file read once.
struct Workspace {
  let tree: SourceTree
  private var changed: TextMap<[UInt8]> = [:]
  private var parsed: TextMap<Result<GoFile, GoFault>> = [:]

  /// A tree without changes; the files of these paths are read at once, for all copies.
  init(_ tree: SourceTree, reading paths: [String]) {
    self.tree = tree
    for path in paths where path.hasSuffix(".go") { _ = try? file(path) }
  }

  /// The file, if it was read and is Go.
  func read(_ path: String) -> GoFile? {
    guard case .success(let file) = parsed[path] else { return nil }
    return file
  }

  func bytes(_ path: String) -> [UInt8]? { changed[path] ?? tree[path] }

  /// The file, read as Go; nil where it does not exist.
  mutating func file(_ path: String) throws(GoFault) -> GoFile? {
    if let known = parsed[path] { return try known.get() }
    guard let bytes = bytes(path) else { return nil }
    let result: Result<GoFile, GoFault>
    do throws(GoFault) { result = .success(try GoFile(bytes)) } catch { result = .failure(error) }
    parsed[path] = result
    return try result.get()
  }

  mutating func write(_ path: String, _ bytes: [UInt8]) {
    changed[path] = bytes
    parsed[path] = nil
  }

  /// The paths of all files that are known, in no order.
  var paths: TextSet { tree.paths.union(changed.keys) }

  /// The paths that were written, in order of their names.
  var writtenPaths: [String] { changed.keys.sorted() }
}
