import Diagnostics
import Git
import GoPatch
import Model
import Origins

/// Sources that a local repository has at refs; nothing is fetched and no work tree is touched.
extension SourceReading {
  static func repository(
    _ place: FlyteInstallation.Place, _ ref: Located<String>, _ set: RemedySet, at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    do throws(GitError) {
      let repository = try GitRepository.open(path: place.path)
      let commit = try repository.commit(of: ref.value)
      let found = try repository.sources(for: set, atEach: [commit]).first
      guard let found, !found.files.isEmpty else {
        diagnostics.noSources(
          in: "'\(place.path)' at \(ref.value)",
          insteadIn: try repository.flyteFolder(at: commit, set.paths),
          at: span)
        return nil
      }
      return SourceReading(
        tree: found.tree(prefix: repository.prefix), commit: commit.id,
        namesContents: commit.id.count == 40, files: found.files)
    } catch {
      diagnostics.unreadable(error, place, ref, at: span)
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
    in path: String, tags names: [String], refs: [String], for set: RemedySet
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
    let found = try repository.sources(for: set, atEach: places.map(\.commit))
    let isEmpty = found.allSatisfy(\.files.isEmpty)
    var other: String?
    if isEmpty, let place = places.first {
      other = try repository.flyteFolder(at: place.commit, set.paths)
    }
    return RepositoryTrees(
      trees: zip(places, found).map { ($0.name, $1.tree(prefix: repository.prefix)) },
      absentTags: absent, isEmpty: isEmpty, otherFolder: other)
  }
}

/// What a commit has, by paths from the root of Flyte.
private struct CommitSources {
  /// The files that rules speak of.
  var files: [String: [UInt8]] = [:]
  /// The other Go files of the folders that rules delete names in.
  var neighbours: [String: [UInt8]] = [:]

  func tree(prefix: String) -> SourceTree {
    SourceTree(files: files, neighbours: neighbours, prefix: prefix)
  }
}

extension GitRepository {
  fileprivate func sources(
    for set: RemedySet, atEach commits: [GitCommit]
  ) throws(GitError) -> [CommitSources] {
    let listed = try files(in: set.searchedFolders.map { prefix + $0 }, atAnyOf: commits)
    let others = listed.filter { $0.hasSuffix(".go") }.map { String($0.dropFirst(prefix.count)) }
    let neighbours = Set(others).subtracting(set.paths).sorted()
    let paths = (set.paths + neighbours).map { prefix + $0 }
    return try read(paths, atEach: commits).map { blobs in
      var sources = CommitSources()
      for path in set.paths { sources.files[path] = blobs[prefix + path]?.bytes }
      for path in neighbours { sources.neighbours[path] = blobs[prefix + path]?.bytes }
      return sources
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
