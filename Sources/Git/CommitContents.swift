/// The files of a commit among some paths, by git's names for their contents.
public struct CommitContents: Sendable {
  /// The commit.
  public let commit: GitCommit
  /// The full id of each file's content, by its path from the root of the repository.
  public let ids: TextMap<String>
  /// Those of the files that the commit has as programs (mode 100755).
  public let executables: TextSet
}

extension GitRepository {
  /// Finds what the commits of refs have at these paths, from the root of the repository, without
  /// reading any of it.
  /// - Returns: one a ref, in their order; nil where the repository has no such commit.
  public func contents(
    of paths: [String], atEach refs: [String]
  ) throws(GitError) -> [CommitContents?] {
    for path in paths { try Self.check(path: path) }
    let commits = try commits(of: refs)
    let known = commits.compactMap { $0 }
    if known.isEmpty { return commits.map { _ in nil } }
    var found = try entries(at: paths, atEach: known)[...]
    return commits.map { commit in
      guard let commit, let entries = found.popFirst() else { return nil }
      return CommitContents(
        commit: commit, ids: Self.files(paths, entries),
        executables: TextSet(paths.filter { entries[$0]?.isExecutable == true }))
    }
  }

  /// The first paths of the files of a commit, from the root of the repository, as far as they are
  /// looked through for a hint.
  public func paths(at commit: GitCommit) throws(GitError) -> [String] {
    let outcome = try program.run(
      ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit.id], gitFolder: gitFolder,
      outputLimit: program.limits.listedPaths * 60)
    guard outcome.status == 0 || outcome.isCut else { throw outcome.failure(of: "ls-tree") }
    let names = outcome.output.split(separator: 0)
    // The last of what was cut is no whole name.
    return (outcome.isCut ? names.dropLast() : names).prefix(program.limits.listedPaths).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
