/// The files that lie in folders of commits.
extension GitRepository {
  /// The plain files with an ending that lie in folders, not deeper, by their paths; one dictionary a
  /// commit. A folder that a commit does not have has none.
  /// - Parameters:
  ///   - entries: what each of the commits has, the folders among it.
  func files(
    in folders: [String], ending: String, _ entries: [TextMap<TreeEntry>], at commits: [GitCommit]
  ) throws(GitError) -> [TextMap<String>] {
    if folders.isEmpty { return entries.map { _ in [:] } }
    var places: TextMap<ObjectPlace> = [:]
    for (commit, entries) in zip(commits, entries) {
      for folder in folders {
        guard let entry = entries[folder], entry.kind == .folder else { continue }
        places[entry.id] = ObjectPlace(path: folder, commit: commit)
      }
    }
    let trees = try contents(of: places, kind: "tree")
    var listed: TextMap<[(name: String, id: String)]> = [:]
    for (id, place) in places {
      let files = Self.files(in: trees[id] ?? [], idLength: id.utf8.count / 2, ending: ending)
      guard files.count <= program.limits.folderFiles else {
        throw .tooManyFiles(
          folder: place.path, commit: place.commit.id, limit: program.limits.folderFiles)
      }
      listed[id] = files
    }
    return entries.map { entries in
      var found: TextMap<String> = [:]
      for folder in folders {
        guard let entry = entries[folder] else { continue }
        for (name, id) in listed[entry.id] ?? [] {
          found[folder.isEmpty ? name : "\(folder)/\(name)"] = id
        }
      }
      return found
    }
  }

  /// The plain files of a tree object: each entry is mode, name and the bytes of an id.
  private static func files(
    in tree: [UInt8], idLength: Int, ending: String
  ) -> [(name: String, id: String)] {
    let ending = Array(ending.utf8)
    var files: [(name: String, id: String)] = []
    var rest = tree[...]
    while let end = rest.firstIndex(of: 0) {
      let entry = rest[..<end]
      let id = rest[(end + 1)...].prefix(idLength)
      if TreeEntry.Kind(mode: entry) == .file, let blank = entry.firstIndex(of: 0x20),
        entry[(blank + 1)...].suffix(ending.count).elementsEqual(ending)
      {
        files.append((String(decoding: entry[(blank + 1)...], as: UTF8.self), hexadecimal(id)))
      }
      rest = rest[(end + 1)...].dropFirst(idLength)
    }
    return files
  }

  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
