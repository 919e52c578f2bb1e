extension GitRepository {
  /// The files at these paths, from the root of the repository, at one commit. A path that the
  /// commit does not have, or that is a folder there, is left out; a symbolic link is an error.
  public func read(_ paths: [String], at commit: GitCommit) throws(GitError) -> TextMap<GitBlob> {
    try read(paths, atEach: [commit]).first ?? [:]
  }

  /// The files at these paths at each of several commits, in their order. All of it takes a few runs
  /// of git, and a content that several commits share is read once.
  /// - Parameters:
  ///   - folders: folders, the files of which are read as well, not deeper; a folder that a commit
  ///     does not have has none.
  ///   - ending: which of their files.
  public func read(
    _ paths: [String], besides folders: [String] = [], ending: String = "",
    atEach commits: [GitCommit]
  ) throws(GitError) -> [TextMap<GitBlob>] {
    for path in paths { try Self.check(path: path) }
    let folders = folders.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    for folder in folders where !folder.isEmpty { try Self.check(path: folder) }
    if commits.isEmpty { return [] }
    // No commit has this file: it is asked for the folder's sake.
    let ways = folders.filter { !$0.isEmpty }.map { "\($0)/.git" }
    let entries = try entries(at: paths + ways, atEach: commits)
    var ids: [TextMap<String>] = []
    for (commit, entries) in zip(commits, entries) {
      for path in paths where entries[path]?.kind == .link {
        throw .symbolicLink(path: path, commit: commit.id)
      }
      ids.append(Self.files(paths, entries))
    }
    let besides = try files(in: folders, ending: ending, entries, at: commits)
    ids = zip(ids, besides).map { $0.merging($1) { own, _ in own } }
    var places: TextMap<ObjectPlace> = [:]
    for (commit, ids) in zip(commits, ids) {
      for (path, id) in ids.sorted(by: { $0.key < $1.key }) where places[id] == nil {
        places[id] = ObjectPlace(path: path, commit: commit)
      }
    }
    let contents = try contents(of: places, kind: "blob")
    let blobs = TextMap(
      uniqueKeysWithValues: contents.map { id, bytes in (id, GitBlob(id: id, bytes: bytes)) })
    return zip(ids, entries).map { ids, entries in
      var found: TextMap<GitBlob> = [:]
      for (path, id) in ids {
        found[path] = blobs[id]
        if entries[path]?.isExecutable == true { found[path]?.isExecutable = true }
      }
      return found
    }
  }

  /// The ids of those paths at which there are files.
  static func files(_ paths: [String], _ entries: TextMap<TreeEntry>) -> TextMap<String> {
    var ids: TextMap<String> = [:]
    for path in paths {
      if let entry = entries[path], entry.kind == .file { ids[path] = entry.id }
    }
    return ids
  }

  /// Refuses what git would not read as a path from the root.
  static func check(path: String) throws(GitError) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isUsable =
      !path.utf8.contains { $0 == 0x0a || $0 == 0 }
      && parts.allSatisfy {
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      }
    guard isUsable else { throw .unusableName(path) }
  }
}
