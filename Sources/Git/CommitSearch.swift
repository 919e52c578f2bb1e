/// Finding the commits that names mean, and telling what is not there from what cannot be read.
extension GitRepository {
  /// The commits that tags, branches or ids mean; nil for a name that the repository does not have.
  func commits(of refs: [String]) throws(GitError) -> [GitCommit?] {
    for ref in refs { try Self.check(ref: ref) }
    let answers = try describe(refs.map { "\($0)^{commit}" })
    var commits: [GitCommit?] = []
    for (ref, answer) in zip(refs, answers.headers) {
      switch answer {
      case .object(let id, "commit", _): commits.append(GitCommit(id: id))
      case .ambiguous: throw .ambiguousRef(ref, repository: name)
      case .notFetched: throw .contentNotFetched(path: ref, commit: ref)
      case .object, .missing:
        try checkAbsent(ref)
        commits.append(nil)
      }
    }
    return commits
  }

  /// The commits of tags, by their names; nil for a tag that the repository does not have.
  public func commits(ofTags names: [String]) throws(GitError) -> [GitCommit?] {
    for name in names { try Self.check(ref: name) }
    let answers = try describe(names.map { "refs/tags/\($0)^{commit}" }).headers
    if answers.last == .notFetched {
      throw .contentNotFetched(path: names[answers.count - 1], commit: names[answers.count - 1])
    }
    let commits = answers.map { answer -> GitCommit? in
      guard case .object(let id, "commit", _) = answer else { return nil }
      return GitCommit(id: id)
    }
    let absent = TextSet(zip(names, commits).filter { $0.1 == nil }.map { "refs/tags/\($0.0)" })
    guard !absent.isEmpty else { return commits }
    // Of tags that are there, it is said why they give no commit.
    let listed = try program.answer(
      ["for-each-ref", "--format=%(refname)"] + absent.sorted(), gitFolder: gitFolder)
    for line in listed.split(separator: 0x0A) {
      let ref = String(decoding: line, as: UTF8.self)
      if absent.contains(ref) { try checkAbsent(ref) }
    }
    return commits
  }

  /// Throws where a name that gives no commit is there, and what it names is missing or damaged.
  private func checkAbsent(_ ref: String) throws(GitError) {
    if let gone = missingAlternate { throw .alternatesGone(path: gone, repository: name) }
    let outcome = try program.run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", ref], gitFolder: gitFolder)
    guard outcome.complaint.isEmpty else { throw outcome.failure(of: "rev-parse") }
    let id = String(decoding: outcome.output.prefix { $0 != 0x0A }, as: UTF8.self)
    let isID = [40, 64].contains(id.utf8.count) && id.utf8.allSatisfy(Self.isHexadecimal)
    // An id that somebody writes need not be anywhere.
    guard outcome.status == 0, isID, id != ref else { return }
    // What it is, and what it leads to where it is a tag: something else than a commit is fine.
    let answers = try describe([id, "\(id)^{}"])
    guard answers.headers.contains(where: { $0 == .missing || $0 == .notFetched }) else { return }
    throw try missing(
      "the commit of '\(ref)'", path: ref, commit: id, complaint: answers.complaint)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The reason why something that a commit names does not exist.
  func missing(
    _ what: String, path: String, commit: String, complaint: String = ""
  ) throws(GitError) -> GitError {
    if let gone = missingAlternate { return .alternatesGone(path: gone, repository: name) }
    if try isPartialClone() { return .contentNotFetched(path: path, commit: commit) }
    return .objectMissing(what, repository: name, complaint: complaint)
  }

  private var missingAlternate: String? {
    RepositoryFiles(gitFolder: gitFolder, limits: program.limits).missingAlternate()
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
