import Glibc

/// A local git repository, read through the program `git` without ever being changed.
///
/// Refs and paths reach git on its standard input, where none can be taken for an option.
public struct GitRepository: Sendable {
  /// The folder that the work tree begins at; nil for a bare repository.
  public let root: String?
  /// The path of the opened folder within the work tree, ending in `/`; empty at the root.
  public let prefix: String
  /// The repository as named in messages: the root, or the folder of a bare repository.
  public var name: String { root ?? gitFolder }

  let gitFolder: String
  let program: GitProgram

  /// Opens the repository that a folder is, or lies in: a work tree or any folder of it, a linked
  /// work tree, a submodule, a bare repository.
  public static func open(path: String) throws(GitError) -> GitRepository {
    try open(path: path, searchPath: getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")
  }

  static func open(
    path: String, searchPath: String, limits: GitLimits = .standard
  ) throws(GitError) -> GitRepository {
    let found = try RepositorySearch.find(from: path)
    try RepositoryFiles(gitFolder: found.gitFolder, limits: limits).check()
    return GitRepository(
      root: found.root, prefix: found.prefix, gitFolder: found.gitFolder,
      program: try GitProgram.find(searchPath: searchPath, limits: limits))
  }

  /// The commit that a tag, a branch or an id means.
  public func commit(of ref: String) throws(GitError) -> GitCommit {
    guard let commit = try commits(of: [ref])[0] else {
      throw .unknownRef(ref, repository: name)
    }
    return commit
  }

  /// Refuses what could name something else than a commit.
  static func check(ref: String) throws(GitError) {
    // A colon would name a file or search the messages, `@{` would ask the local log of a branch.
    let isUsable =
      !ref.isEmpty && !ref.contains("@{")
      && ref.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: ":") }
    guard isUsable else { throw .unusableName(ref) }
  }

  /// Returns whether commits may be missing because only the newest were fetched.
  public func isShallow() throws(GitError) -> Bool {
    let output = try program.answer(
      ["rev-parse", "--is-shallow-repository"], gitFolder: gitFolder)
    return output.starts(with: Array("true".utf8))
  }

  /// All tags that name a commit, ordered by the bytes of their names.
  public func tags() throws(GitError) -> [GitTag] {
    let output = try program.answer(
      ["for-each-ref", "--format=%(refname:strip=2)", "refs/tags/"], gitFolder: gitFolder)
    let names = output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    let answers = try describe(names.map { "refs/tags/\($0)^{commit}" }).headers
    return zip(names, answers).compactMap { name, answer in
      guard case .object(let id, "commit", _) = answer else { return nil }
      return GitTag(name: name, commit: GitCommit(id: id))
    }
  }

  /// The state of the file of the work tree beside a content of the repository.
  public func workTreeState(of path: String, comparedTo blob: GitBlob) -> WorkTreeState {
    blob.state(
      ofWorkTreeFile: root.flatMap {
        readFile("\($0)/\(path)", first: program.limits.fileBytes + 1)
      })
  }

  /// The objects that names stand for.
  struct Description {
    /// As many as the names, except that a `notFetched` is the last one.
    var headers: [ObjectAnswers.Header] = []
    /// The complaints of git meanwhile.
    var complaint = ""
  }

  /// Finds the object that each of these names stands for.
  func describe(_ names: [String]) throws(GitError) -> Description {
    if names.isEmpty { return Description() }
    let outcome = try program.run(
      ["cat-file", "--batch-check"], gitFolder: gitFolder, input: Self.questions(names),
      outputLimit: .max)
    var answers = ObjectAnswers(outcome.output)
    var headers: [ObjectAnswers.Header] = []
    headers.reserveCapacity(names.count)
    while headers.count < names.count, let header = answers.header() { headers.append(header) }
    if outcome.status == 0, headers.count == names.count {
      return Description(headers: headers, complaint: outcome.complaint)
    }
    // Older versions of git end here, newer ones say "missing".
    if outcome.complaint.contains("promisor remote"), headers.count < names.count {
      return Description(headers: headers + [.notFetched], complaint: outcome.complaint)
    }
    if outcome.status == 0 { throw .unexpectedAnswer(command: "cat-file") }
    throw outcome.failure(of: "cat-file")
  }

  static func questions(_ names: [String]) -> [UInt8] {
    var input: [UInt8] = []
    for name in names {
      input += name.utf8
      input.append(0x0a)
    }
    return input
  }
}
