import Glibc

/// The files that git itself reads of a repository, looked at before it is run: one that is a pipe
/// stops git for ever, and one that is huge takes all memory.
struct RepositoryFiles {
  /// The folder, or the file that names it.
  let gitFolder: String
  let limits: GitLimits

  /// The files that git reads in its own folder, if they exist.
  private static let named = [
    "HEAD", "config", "config.worktree", "packed-refs", "shallow", "commondir", "gitdir",
    "info/grafts", "info/attributes", "info/exclude", "objects/info/alternates",
    "objects/info/packs", "objects/info/commit-graph",
  ]

  /// Refuses a repository that has something else than files in their places.
  func check() throws(GitError) {
    for folder in try folders() {
      for name in Self.named { try check(folder + "/" + name) }
      // A name that is asked for, such as FETCH_HEAD, may be a file right here; so is the index.
      for place in [folder, folder + "/info"] {
        try checkAll(below: place, sizes: false, isDeep: false)
      }
      try checkAll(below: folder + "/refs", sizes: true)
      try checkAll(below: folder + "/objects", sizes: false)
    }
    for folder in try alternates() where Self.isFolder(folder) {
      try checkAll(below: folder, sizes: false)
    }
  }

  /// The repository's own folder, and the one that it shares with other work trees.
  private func folders() throws(GitError) -> [String] {
    var folder = gitFolder
    if !Self.isFolder(folder) {
      try check(folder)
      guard let words = line(of: folder), words.hasPrefix("gitdir: ") else { return [] }
      folder = Self.path(String(words.dropFirst(8)), from: Self.parent(of: folder))
    }
    try check(folder + "/commondir")
    guard let common = line(of: folder + "/commondir") else { return [folder] }
    return [folder, Self.path(common, from: folder)]
  }

  /// The folders of objects that the repository takes from others, and those of these, as it names
  /// them; there need be no such folder.
  func alternates() throws(GitError) -> [String] {
    var waiting = try folders().map { $0 + "/objects" }
    var found: [String] = []
    while let folder = waiting.popLast(), found.count < 100 {
      let list = folder + "/info/alternates"
      try check(list)
      let bytes = readFile(list, first: limits.ownFileBytes) ?? []
      for line in bytes.split(separator: 0x0A, maxSplits: 1_000)
      where line.first != UInt8(ascii: "#") && found.count < 100 {
        let path = Self.path(String(decoding: line, as: UTF8.self), from: folder)
        guard !found.contains(path) else { continue }
        found.append(path)
        waiting.append(path)
      }
    }
    return found
  }

  /// The first folder of objects that is named and is not there.
  func missingAlternate() -> String? {
    (try? alternates())?.first { !Self.isFolder($0) }
  }

  private func check(_ path: String) throws(GitError) {
    guard let status = Self.status(path) else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unusableFile(path: path, reason: "it is not a regular file")
    }
    guard status.st_size <= limits.ownFileBytes else {
      throw .unusableFile(
        path: path, reason: "it has more than \(GitLimits.words(limits.ownFileBytes))")
    }
  }

  /// Looks at a folder and those below it, as far as it is of a size that anybody has.
  private func checkAll(
    below folder: String, sizes: Bool, isDeep: Bool = true
  ) throws(GitError) {
    var waiting = [folder]
    var seen = 0
    while let folder = waiting.popLast() {
      guard let stream = opendir(folder) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream), seen < 200_000 {
        seen += 1
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = folder + "/" + name
        switch Int(entry.pointee.d_type) {
        case Int(DT_DIR): if isDeep { waiting.append(path) }
        case Int(DT_REG) where !sizes: break
        // A link to a folder is how some tools share them; it leads to where others look.
        default: if !Self.isFolder(path) { try check(path, sizes: sizes) }
        }
      }
    }
  }

  /// Packs may have any size: git maps them.
  private func check(_ path: String, sizes: Bool) throws(GitError) {
    if sizes { return try check(path) }
    guard let status = Self.status(path), status.st_mode & S_IFMT != S_IFREG else { return }
    throw .unusableFile(path: path, reason: "it is not a regular file")
  }

  // MARK: Paths

  /// The first line of a file; nil where there is no such file.
  private func line(of path: String) -> String? {
    readFile(path, first: 64 << 10)?.split(separator: 0x0A).first.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func path(_ path: String, from folder: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
  }

  private static func parent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
  }

  private static func isFolder(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
