import Diagnostics
import Git
import GoPatch

/// Sources that a local repository has at refs; nothing is fetched and no work tree is touched.
extension SourceReading {
  static func repository(
    _ path: String, _ ref: String, _ paths: [String], at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    do throws(GitError) {
      let repository = try GitRepository.open(path: path)
      let commit = try repository.commit(of: ref)
      let files = try repository.sources(paths, atEach: [commit]).first ?? [:]
      guard !files.isEmpty else {
        diagnostics.noSources(
          in: "'\(path)' at \(ref)", insteadIn: try repository.flyteFolder(at: commit, paths),
          at: span)
        return nil
      }
      return SourceReading(
        tree: SourceTree(files: files, prefix: repository.prefix), commit: commit.id,
        namesContents: commit.id.count == 40, files: files)
    } catch {
      diagnostics.error(.unreadableSource, error.description, at: span, hint: error.hint)
      return nil
    }
  }
}

/// The trees of a repository at tags and refs, in one reading.
struct RepositoryTrees {
  let trees: [(name: String, tree: SourceTree)]
  /// The tags that were asked for and that it does not have.
  let absentTags: [String]
  /// Whether no tree has any of the files.
  let isEmpty: Bool
  /// Where the repository has them instead, at the first ref.
  let otherFolder: String?

  static func read(
    in path: String, tags names: [String], refs: [String], paths: [String]
  ) throws(GitError) -> RepositoryTrees {
    let repository = try GitRepository.open(path: path)
    var places: [(name: String, commit: GitCommit)] = []
    var absent: [String] = []
    if !names.isEmpty {
      let tags = Dictionary(
        try repository.tags().map { ($0.name, $0.commit) }, uniquingKeysWith: { first, _ in first })
      places = names.compactMap { name in tags[name].map { (name, $0) } }
      absent = names.filter { tags[$0] == nil }
    }
    for ref in refs { places.append((ref, try repository.commit(of: ref))) }
    let files = try repository.sources(paths, atEach: places.map(\.commit))
    let isEmpty = files.allSatisfy(\.isEmpty)
    var other: String?
    if isEmpty, let place = places.first {
      other = try repository.flyteFolder(at: place.commit, paths)
    }
    return RepositoryTrees(
      trees: zip(places, files).map { place, files in
        (place.name, SourceTree(files: files, prefix: repository.prefix))
      }, absentTags: absent, isEmpty: isEmpty, otherFolder: other)
  }
}

extension GitRepository {
  /// The bytes of files at each commit, by their paths from the root of Flyte.
  fileprivate func sources(
    _ paths: [String], atEach commits: [GitCommit]
  ) throws(GitError) -> [[String: [UInt8]]] {
    try read(paths.map { prefix + $0 }, atEach: commits).map { blobs in
      var files: [String: [UInt8]] = [:]
      for path in paths { files[path] = blobs[prefix + path]?.bytes }
      return files
    }
  }

  /// The folder in which a commit has files that rules speak of; nil where it has none.
  func flyteFolder(at commit: GitCommit, _ paths: [String]) throws(GitError) -> String? {
    for file in try self.paths(at: commit) {
      for path in paths where file.hasSuffix("/" + path) {
        return String(file.dropLast(path.count + 1))
      }
    }
    return nil
  }
}
