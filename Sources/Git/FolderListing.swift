extension GitRepository {
  /// The paths of the files that lie in these folders, not deeper, at one of the commits or more;
  /// in no order. A folder that a commit does not have, or that was not fetched, has none.
  public func files(
    in folders: [String], atAnyOf commits: [GitCommit]
  ) throws(GitError) -> Set<String> {
    if folders.isEmpty || commits.isEmpty { return [] }
    let folders = folders.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    for folder in folders where !folder.isEmpty { try Self.check(path: folder) }
    let outcome = try program.run(
      ["cat-file", "--batch", "--buffer"], gitFolder: gitFolder,
      input: Self.questions(folders.flatMap { folder in commits.map { "\($0.id):\(folder)" } }))
    // A folder that a partial clone left out has no files here; any other fault is one.
    if outcome.status != 0, !outcome.complaint.contains("promisor remote") {
      throw outcome.failure(of: "cat-file")
    }
    var answers = ObjectAnswers(outcome.output)
    var files: Set<String> = []
    var seen: Set<String> = []
    for folder in folders {
      for _ in commits {
        guard case .object(let id, let kind, let size) = answers.header(),
          let bytes = answers.content(size: size), kind == "tree"
        else { continue }
        guard seen.insert(folder + "\0" + id).inserted else { continue }
        for name in Self.fileNames(in: bytes, idLength: id.utf8.count / 2) {
          files.insert(folder.isEmpty ? name : "\(folder)/\(name)")
        }
      }
    }
    return files
  }

  /// The names of the plain files of a tree object: each entry is mode, name and the bytes of an id.
  private static func fileNames(in tree: [UInt8], idLength: Int) -> [String] {
    var names: [String] = []
    var rest = tree[...]
    while let end = rest.firstIndex(of: 0) {
      let entry = rest[..<end]
      if entry.starts(with: "100".utf8), let blank = entry.firstIndex(of: 0x20) {
        names.append(String(decoding: entry[(blank + 1)...], as: UTF8.self))
      }
      rest = rest[(end + 1)...].dropFirst(idLength)
    }
    return names
  }
}
