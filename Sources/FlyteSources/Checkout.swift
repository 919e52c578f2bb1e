package import Diagnostics
import Digests
package import Git

/// A folder's files held against the commit that is checked out around it.
package struct Checkout {
  package let commit: GitCommit
  /// The folder's path in its repository, without a `/` at the end; empty at the root.
  package let place: String
  /// The committed contents of files that differ only in the checkout's own CR LF. Patches are
  /// made from these: git undoes such line ends, and knows no content that has them.
  package let restored: TextMap<[UInt8]>
  /// The files that the commit has as programs. What the disk says is not asked: on some, every file
  /// is one.
  package let executables: TextSet
  /// The other files that differ, with how they do, in order of their paths.
  package let edited: [(path: String, how: String)]

  /// Nil where no commit around the folder has any of the files.
  /// - Throws: where there is a repository, and it cannot be read.
  package static func around(
    _ folder: String, _ files: TextMap<[UInt8]>
  ) throws(GitError) -> Checkout? {
    let paths = files.keys.sorted()
    guard let repository = try GitRepository.around(folder), repository.root != nil,
      let head = try repository.contents(
        of: paths.map { repository.prefix + $0 }, atEach: ["HEAD"]
      ).first ?? nil, !head.ids.isEmpty
    else { return nil }
    let differing = paths.filter { path in
      let id = head.ids[repository.prefix + path]
      return id == nil || files[path].map { BlobID.of($0, like: id ?? "") } != id
    }
    let blobs = try repository.read(differing.map { repository.prefix + $0 }, at: head.commit)
    var restored: TextMap<[UInt8]> = [:]
    var edited: [(path: String, how: String)] = []
    for path in differing {
      let blob = blobs[repository.prefix + path]
      switch blob?.state(ofWorkTreeFile: files[path]) {
      case .otherLineEndings where blob?.hasCarriageReturns == false: restored[path] = blob?.bytes
      case .otherLineEndings: edited.append((path, "has different line endings than"))
      case nil: edited.append((path, "is not in"))
      default: edited.append((path, "differs from"))
      }
    }
    return Checkout(
      commit: head.commit, place: String(repository.prefix.dropLast()), restored: restored,
      executables: TextSet(
        paths.filter { head.executables.contains(repository.prefix + $0) }), edited: edited)
  }

  /// Says what patches fit: files that differ from their commit give some that `git am -3` cannot
  /// fall back on.
  package func report(_ folder: String, at span: Span?, into diagnostics: inout DiagnosticList) {
    if !restored.isEmpty {
      diagnostics.note(
        .lineEnds,
        "'\(folder)' is checked out with CRLF line endings, but its commit has LF",
        at: span,
        hint:
          "patches are made from the commit's lines; apply them with plain 'git am' or 'git apply'")
    }
    if let first = edited.first {
      diagnostics.warning(
        .dirtySource, "'\(first.path)' \(first.how) the checked-out commit", at: span,
        hint:
          "patches match the file as it is; to make them from the commit, use 'repository' and 'ref'"
      )
    }
  }
}

extension GitRepository {
  /// The repository that a folder lies in; nil where it lies in none, or there is no git to ask.
  package static func around(_ folder: String) throws(GitError) -> GitRepository? {
    do throws(GitError) {
      return try open(path: folder)
    } catch {
      switch error {
      case .noSuchFolder, .notARepository, .programNotFound: return nil
      default: throw error
      }
    }
  }
}

extension DiagnosticList {
  /// Says that nobody knows how files stand to the repository that they belong to.
  package mutating func unreadableRepository(_ error: GitError, of what: String, at span: Span?) {
    warning(
      .unreadableRepository, "\(what) cannot be compared with its repository: \(error.description)",
      at: span, hint: error.hint)
  }
}
