package import Diagnostics
import FileFaults
import Files
package import Git
package import GoPatch
package import Model
package import Values

/// Sources that a local repository has at refs; nothing is fetched and no work tree is touched.
extension SourceReading {
  package static func repository(
    _ place: FlyteInstallation.Place, _ ref: Located<String>, _ set: PatchSet, at span: Span?,
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
package struct RepositoryTrees {
  package let trees: [(name: String, tree: SourceTree)]
  /// The tags that were asked for and that it does not have.
  package let absentTags: [String]
  /// True if no tree has any of the files.
  package let isEmpty: Bool
  /// The folder in which the repository has them instead, at the first ref.
  package let otherFolder: String?

  package static func read(
    in path: String, tags names: [String], refs: [String], for set: PatchSet
  ) throws(GitError) -> RepositoryTrees {
    let repository = try GitRepository.open(path: path)
    var places: [(name: String, commit: GitCommit)] = []
    var absent: [String] = []
    for (name, commit) in zip(names, try repository.commits(ofTags: names)) {
      if let commit { places.append((name, commit)) } else { absent.append(name) }
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

/// The contents of a commit, by paths from the root of Flyte.
private struct CommitSources {
  /// The files that rules speak of.
  var files: TextMap<[UInt8]> = [:]
  /// The other Go files of the folders that rules delete names in.
  var neighbors: TextMap<[UInt8]> = [:]
  /// The files that are programs.
  var executables: TextSet = []

  func tree(prefix: String) -> SourceTree {
    SourceTree(files: files, neighbors: neighbors, executables: executables, prefix: prefix)
  }
}

extension GitRepository {
  fileprivate func sources(
    for set: PatchSet, atEach commits: [GitCommit]
  ) throws(GitError) -> [CommitSources] {
    let blobs = try read(
      set.paths.map { prefix + $0 }, besides: set.searchedFolders.map { prefix + $0 },
      ending: ".go", atEach: commits)
    let known = TextSet(set.paths)
    return blobs.map { blobs in
      var sources = CommitSources()
      for (path, blob) in blobs {
        let path = String(path.dropFirst(prefix.count))
        if known.contains(path) {
          sources.files[path] = blob.bytes
          if blob.isExecutable { sources.executables.insert(path) }
        } else {
          sources.neighbors[path] = blob.bytes
        }
      }
      return sources
    }
  }

  /// The folder in which a commit has files that rules speak of; nil where it has none, or where it
  /// has more paths than are looked through.
  package func flyteFolder(at commit: GitCommit, _ paths: [String]) throws(GitError) -> String? {
    let wanted = TextMap(grouping: paths) { FilePath.name(of: $0) }
    for file in try self.paths(at: commit) {
      for path in wanted[FilePath.name(of: file)] ?? []
      where file.utf8.count > path.utf8.count + 1
        && file.utf8.suffix(path.utf8.count + 1).elementsEqual("/\(path)".utf8)
      {
        return String(decoding: file.utf8.dropLast(path.utf8.count + 1), as: UTF8.self)
      }
    }
    return nil
  }
}
