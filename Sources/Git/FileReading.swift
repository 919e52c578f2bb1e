extension GitRepository {
  /// The files at these paths, from the root of the repository, at one commit. A path that the
  /// commit does not have, or that is a folder there, is left out; a symbolic link is an error.
  public func read(_ paths: [String], at commit: GitCommit) throws(GitError) -> [String: GitBlob] {
    try read(paths, atEach: [commit]).first ?? [:]
  }

  /// The files at these paths at each of several commits, in their order. All of it takes two runs
  /// of git, and a content that several commits share is read once.
  public func read(_ paths: [String], atEach commits: [GitCommit]) throws(GitError)
    -> [[String: GitBlob]]
  {
    for path in paths { try Self.check(path: path) }
    let headers = try describe(commits.flatMap { commit in paths.map { "\(commit.id):\($0)" } })
    if headers.last == .notFetched {
      let (commit, path) = (headers.count - 1).quotientAndRemainder(dividingBy: paths.count)
      throw .contentNotFetched(path: paths[path], commit: commits[commit].id)
    }
    var ids: [[String: String]] = []
    var missing: [(commit: GitCommit, paths: [String])] = []
    for (index, commit) in commits.enumerated() {
      let answers = Array(zip(paths, headers[(index * paths.count)...]))
      ids.append(Self.blobIDs(answers))
      let absent = answers.filter { $0.1 == .missing }.map(\.0)
      if !absent.isEmpty { missing.append((commit, absent)) }
    }
    try checkFetched(missing)
    let blobs = try contents(of: Set(ids.flatMap(\.values)).sorted())
    try checkLinks(ids, blobs, at: commits)
    return ids.map { $0.compactMapValues { blobs[$0] } }
  }

  /// Refuses what git would not read as a path from the root.
  static func check(path: String) throws(GitError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isUsable =
      !path.utf8.contains { $0 == 0x0a || $0 == 0 }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard isUsable else { throw .unusableName(path) }
  }

  /// To git a symbolic link is a file that holds the path it leads to. Only a short text without a
  /// line's end can be one, so sources hardly ever cost a question.
  private func checkLinks(
    _ ids: [[String: String]], _ blobs: [String: GitBlob], at commits: [GitCommit]
  ) throws(GitError) {
    let suspects = Set(
      blobs.values.filter { (1..<4096).contains($0.bytes.count) && !$0.bytes.contains(0x0a) }
        .map(\.id))
    if suspects.isEmpty { return }
    for (commit, ids) in zip(commits, ids) {
      for path in ids.filter({ suspects.contains($0.value) }).keys.sorted() {
        let entry = try program.answer(
          ["ls-tree", "-z", "--full-tree", commit.id, "--", path], gitFolder: gitFolder)
        if entry.starts(with: Array("120000 ".utf8)) {
          throw .symbolicLink(path: path, commit: commit.id)
        }
      }
    }
  }

  private func contents(of ids: [String]) throws(GitError) -> [String: GitBlob] {
    if ids.isEmpty { return [:] }
    let output = try program.answer(
      ["cat-file", "--batch", "--buffer"], gitFolder: gitFolder, input: Self.questions(ids))
    var answers = ObjectAnswers(output)
    var blobs: [String: GitBlob] = [:]
    for id in ids {
      guard case .object(id, "blob", let size) = answers.header(),
        let bytes = answers.content(size: size)
      else { throw .unexpectedAnswer(command: "cat-file") }
      blobs[id] = GitBlob(id: id, bytes: bytes)
    }
    return blobs
  }

  /// git says "missing" both for a path that a commit does not have and for a content that a
  /// partial clone left out; only the second is a fault.
  func checkFetched(_ missing: [(commit: GitCommit, paths: [String])]) throws(GitError) {
    guard !missing.isEmpty, try isPartialClone() else { return }
    for (commit, paths) in missing {
      let listing = try program.run(
        ["ls-tree", "-z", "--full-tree", "--name-only", commit.id, "--"] + paths,
        gitFolder: gitFolder)
      let listed = listing.output.split(separator: 0).first.map {
        String(decoding: $0, as: UTF8.self)
      }
      // A listing fails when a folder on the way was left out, too.
      if let path = listing.status == 0 ? listed : paths.first {
        throw .contentNotFetched(path: path, commit: commit.id)
      }
    }
  }

  private func isPartialClone() throws(GitError) -> Bool {
    let outcome = try program.run(
      [
        "config", "--local", "--name-only", "--get-regexp",
        #"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$"#,
      ], gitFolder: gitFolder)
    return outcome.status == 0 && !outcome.output.isEmpty
  }
}
