/// An entry of a folder of a commit.
struct TreeEntry {
  enum Kind {
    case file, link, folder, other

    init(mode: some Collection<UInt8>) {
      if mode.starts(with: "100".utf8) {
        self = .file
      } else if mode.starts(with: "120".utf8) {
        self = .link
      } else {
        self = mode.starts(with: "04".utf8) || mode.starts(with: "40".utf8) ? .folder : .other
      }
    }
  }

  let kind: Kind
  /// Its object's full id.
  let id: String
  /// True if it is a file that may be run as a program (mode 100755).
  var isExecutable = false
}

/// Looking at what commits have without reading any of it.
extension GitRepository {
  /// Finds what commits have at paths, from the root of the repository, and at the folders that
  /// lead there. A path that a commit does not have is left out; what cannot be read is an error.
  ///
  /// Each tree is compared with the empty one: unlike questions by path, of which git answers
  /// "missing" whatever is the reason, that tells absent from lost, and files from links.
  func entries(
    at paths: [String], atEach commits: [GitCommit]
  ) throws(GitError) -> [TextMap<TreeEntry>] {
    let known = try kinds(of: paths, atEach: Array(Set(commits)).sorted { $0.id < $1.id })
    // A comparison would list all that is below a folder.
    let groups = Dictionary(grouping: known.values) { tree in
      paths.filter { tree.entries[$0] == nil }.map { ByteText($0) }
    }
    var found = TextMap(known.values.map { ($0.root, $0.entries) }) { first, _ in first }
    for (paths, trees) in groups where !paths.isEmpty {
      try compare(
        TextSet(trees.map(\.root)).sorted(), at: paths.map(\.text), commits[0], into: &found)
    }
    return commits.map { known[$0].flatMap { found[$0.root] } ?? [:] }
  }

  /// The tree of a commit, and those paths at which it has folders.
  private struct KnownTree {
    let root: String
    var entries: TextMap<TreeEntry>
  }

  private func kinds(
    of paths: [String], atEach commits: [GitCommit]
  ) throws(GitError) -> [GitCommit: KnownTree] {
    let answers = try describe(
      commits.flatMap { commit in
        ["\(commit.id)^{tree}"] + paths.map { "\(commit.id):\($0)" }
      })
    if answers.headers.last == .notFetched {
      let (commit, place) = (answers.headers.count - 1).quotientAndRemainder(
        dividingBy: paths.count + 1)
      throw .contentNotFetched(
        path: paths.isEmpty ? "." : paths[max(0, place - 1)], commit: commits[commit].id)
    }
    var known: [GitCommit: KnownTree] = [:]
    for (index, commit) in commits.enumerated() {
      let headers = answers.headers[(index * (paths.count + 1))...].prefix(paths.count + 1)
      guard case .object(let id, "tree", _) = headers.first else {
        throw try missing(
          "the tree of commit \(commit.id)", path: paths.first ?? ".", commit: commit.id,
          complaint: answers.complaint)
      }
      var tree = KnownTree(root: id, entries: ["": TreeEntry(kind: .folder, id: id)])
      for (path, header) in zip(paths, headers.dropFirst()) {
        if case .object(let id, "tree", _) = header {
          tree.entries[path] = TreeEntry(kind: .folder, id: id)
        }
      }
      known[commit] = tree
    }
    return known
  }

  /// Adds what trees have at paths, none of which is a folder.
  private func compare(
    _ roots: [String], at paths: [String], _ commit: GitCommit,
    into found: inout TextMap<TextMap<TreeEntry>>
  ) throws(GitError) {
    let input = Self.questions(roots.map { "\(Self.emptyTree($0.utf8.count)) \($0)" })
    for paths in Self.parts(paths) {
      let outcome = try program.run(
        ["diff-tree", "--stdin", "-r", "-t", "-z", "--no-renames", "--"] + paths,
        gitFolder: gitFolder, input: input)
      if outcome.isCut {
        throw .tooMuch(command: "diff-tree", limit: program.limits.answerBytes)
      }
      guard outcome.status == 0 else {
        let isLost = ["unable to read tree", "promisor remote"].contains {
          outcome.complaint.contains($0)
        }
        guard isLost else { throw outcome.failure(of: "diff-tree") }
        throw try missing(
          "a folder on the way to '\(paths[0])'", path: paths[0], commit: commit.id,
          complaint: outcome.complaint)
      }
      try Self.read(outcome.output, into: &found)
    }
  }

  /// The id of the tree that has nothing, which git knows though nobody made it.
  private static func emptyTree(_ idLength: Int) -> String {
    idLength == 64
      ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
      : "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
  }

  /// Paths in parts that fit on a command line.
  private static func parts(_ paths: [String]) -> [[String]] {
    var parts: [[String]] = []
    var size = Int.max / 2
    for path in paths {
      size += path.utf8.count + 1
      if size > 100_000 {
        parts.append([])
        size = path.utf8.count + 1
      }
      parts[parts.count - 1].append(path)
    }
    return parts
  }

  /// Takes git's answer apart: `EMPTY TREE\n`, then `:000000 MODE 0… ID A\0PATH\0` again and again.
  private static func read(
    _ output: [UInt8], into found: inout TextMap<TextMap<TreeEntry>>
  ) throws(GitError) {
    var rest = output[...]
    var root = ""
    while let first = rest.first {
      guard first == UInt8(ascii: ":") else {
        guard let end = rest.firstIndex(of: 0x0A),
          let tree = rest[..<end].split(separator: 0x20).last
        else { throw .unexpectedAnswer(command: "diff-tree") }
        root = String(decoding: tree, as: UTF8.self)
        rest = rest[(end + 1)...]
        continue
      }
      guard let middle = rest.firstIndex(of: 0),
        let end = rest[(middle + 1)...].firstIndex(of: 0)
      else { throw .unexpectedAnswer(command: "diff-tree") }
      let words = rest[..<middle].split(separator: 0x20)
      guard words.count == 5 else { throw .unexpectedAnswer(command: "diff-tree") }
      let path = String(decoding: rest[(middle + 1)..<end], as: UTF8.self)
      found[root, default: [:]][path] = TreeEntry(
        kind: .init(mode: words[1]), id: String(decoding: words[3], as: UTF8.self),
        isExecutable: words[1].elementsEqual("100755".utf8))
      rest = rest[(end + 1)...]
    }
  }
}
