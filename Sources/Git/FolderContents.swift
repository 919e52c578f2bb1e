/// Reading everything that is below a folder of a commit.
extension GitRepository {
  /// Gives each plain file below a folder, with its path from that folder, by folder and in byte order.
  /// Links and submodules are passed over.
  /// - Parameter folder: from the root of the repository; empty for the root.
  /// - Returns: whether the commit has the folder.
  public func forEachFile(
    below folder: String, at commit: GitCommit, where isWanted: (_ path: String) -> Bool,
    _ body: (_ path: String, _ bytes: [UInt8]) -> Void
  ) throws(GitError) -> Bool {
    if !folder.isEmpty { try Self.check(path: folder) }
    let found = try entries(at: folder.isEmpty ? [] : [folder], atEach: [commit]).first?[folder]
    guard let found, found.kind == .folder else { return false }
    var files: [(path: String, id: String)] = []
    var waiting = [(path: "", id: found.id)]
    while !waiting.isEmpty {
      let trees = try contents(
        of: Self.places(waiting, in: folder, commit), kind: "tree")
      var next: [(path: String, id: String)] = []
      for (path, id) in waiting {
        for entry in Self.entries(of: trees[id] ?? [], idLength: id.utf8.count / 2) {
          let place = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
          switch entry.kind {
          case .folder: next.append((place, entry.id))
          case .file: if isWanted(place) { files.append((place, entry.id)) }
          case .link, .other: break
          }
        }
      }
      guard files.count + next.count <= Self.mostFiles else {
        throw .tooManyFiles(folder: folder, commit: commit.id, limit: Self.mostFiles)
      }
      waiting = next
    }
    // Not more is held at once than is read at once.
    var start = 0
    while start < files.count {
      let part = files[start..<min(start + 2_000, files.count)]
      let blobs = try contents(of: Self.places(Array(part), in: folder, commit), kind: "blob")
      for (path, id) in part { body(path, blobs[id] ?? []) }
      start += part.count
    }
    return true
  }

  /// More files of a folder, with those below it, are an error.
  private static let mostFiles = 500_000

  private static func places(
    _ objects: [(path: String, id: String)], in folder: String, _ commit: GitCommit
  ) -> TextMap<ObjectPlace> {
    TextMap(
      objects.map { object in
        let path = folder.isEmpty ? object.path : "\(folder)/\(object.path)"
        return (object.id, ObjectPlace(path: path, commit: commit))
      }
    ) { first, _ in first }
  }

  /// The entries of a tree object: each is mode, name and the bytes of an id.
  private static func entries(
    of tree: [UInt8], idLength: Int
  ) -> [(name: String, kind: TreeEntry.Kind, id: String)] {
    var entries: [(name: String, kind: TreeEntry.Kind, id: String)] = []
    var rest = tree[...]
    while let end = rest.firstIndex(of: 0), let blank = rest[..<end].firstIndex(of: 0x20) {
      let id = rest[(end + 1)...].prefix(idLength)
      entries.append(
        (
          String(decoding: rest[(blank + 1)..<end], as: UTF8.self),
          TreeEntry.Kind(mode: rest[..<blank]), hexadecimal(id)
        ))
      rest = rest[(end + 1)...].dropFirst(idLength)
    }
    return entries
  }
}
