/// Which of some files a commit has, by git's names for their contents.
public struct CommitContents: Sendable, Equatable {
  /// The commit.
  public let commit: GitCommit
  /// The full id of each file's content, by its path from the root of the repository.
  public let ids: [String: String]
}

extension GitRepository {
  /// What the commits that refs mean have at these paths, from the root of the repository, without
  /// reading any of it: one run of git, and one more where a file is missing.
  /// - Returns: one a ref, in their order; nil where the repository has no such commit.
  public func contents(
    of paths: [String], atEach refs: [String]
  ) throws(GitError) -> [CommitContents?] {
    for path in paths { try Self.check(path: path) }
    for ref in refs { try Self.check(ref: ref) }
    let names = refs.flatMap { ref in
      ["\(ref)^{commit}"] + paths.map { "\(ref)^{commit}:\($0)" }
    }
    let headers = try describe(names)
    if headers.last == .notFetched {
      let (ref, place) = (headers.count - 1).quotientAndRemainder(dividingBy: paths.count + 1)
      if place == 0 { throw .unknownRef(refs[ref], repository: name) }
      throw .contentNotFetched(path: paths[place - 1], commit: refs[ref])
    }
    var missing: [(commit: GitCommit, paths: [String])] = []
    var result: [CommitContents?] = []
    for index in refs.indices {
      let answers = headers[(index * (paths.count + 1))...].prefix(paths.count + 1)
      guard case .object(let id, "commit", _) = answers.first else {
        result.append(nil)
        continue
      }
      let commit = GitCommit(id: id)
      let files = Array(zip(paths, answers.dropFirst()))
      let absent = files.filter { $0.1 == .missing }.map(\.0)
      if !absent.isEmpty { missing.append((commit, absent)) }
      result.append(CommitContents(commit: commit, ids: Self.blobIDs(files)))
    }
    try checkFetched(missing)
    return result
  }

  /// The paths of all files of a commit, from the root of the repository.
  public func paths(at commit: GitCommit) throws(GitError) -> [String] {
    let output = try program.answer(
      ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit.id], gitFolder: gitFolder)
    return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The ids of those that are files.
  static func blobIDs(_ answers: [(String, ObjectAnswers.Header)]) -> [String: String] {
    Dictionary(
      answers.compactMap { path, answer in
        if case .object(let id, "blob", _) = answer { (path, id) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }
}
