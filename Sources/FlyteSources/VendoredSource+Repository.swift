import Diagnostics
import Files
package import Git

/// The state of copied sources beside the repository that they come from.
package struct VendoredStanding {
  /// The way to copy them again.
  package enum Repeating {
    /// The repository is not on this machine.
    case elsewhere
    /// It no longer has the ref.
    case otherRef
    case here
  }

  package let repeating: Repeating
  /// Files of which the manifest says what its own commit does not have.
  package var forged: [String] = []
  /// The change in what the ref means, in words; nil if there is none, or it cannot be told.
  package var change: String?
  /// The reason why the repository, which exists, cannot be read.
  package var failure: GitError?
}

/// Vendored sources and the repository that they come from.
extension VendoredSource {
  /// Reads what a repository has at a ref.
  /// - Returns: the manifest for a folder, and the bytes by path.
  package static func copy(
    from path: String, ref: String, paths: [String], to folder: String
  ) throws(GitError) -> (VendoredSource, TextMap<[UInt8]>) {
    let repository = try GitRepository.open(path: path)
    let commit = try repository.commit(of: ref)
    let prefix = repository.prefix
    let blobs = try repository.read(paths.map { prefix + $0 }, at: commit)
    var ids: TextMap<String> = [:]
    var files: TextMap<[UInt8]> = [:]
    for path in paths {
      ids[path] = blobs[prefix + path]?.id
      files[path] = blobs[prefix + path]?.bytes
    }
    let source = VendoredSource(
      repository: FilePath.relative(path, to: folder), ref: ref, commit: commit.id, prefix: prefix,
      blobs: ids, absent: paths.filter { ids[$0] == nil },
      executables: paths.filter { blobs[prefix + $0]?.isExecutable == true })
    return (source, files)
  }

  /// Holds the manifest against the repository, where that is on this machine: its files must be
  /// those of its commit, and what the ref means now must have the same.
  package func standing(in folder: String) -> VendoredStanding {
    let path = FilePath.join(folder, repository)
    let paths = (Array(blobs.keys) + absent).sorted()
    let repository: GitRepository?
    let contents: [CommitContents?]
    do throws(GitError) {
      repository = try GitRepository.around(path)
      contents =
        try repository?.contents(of: paths.map { prefix + $0 }, atEach: [commit, ref]) ?? []
    } catch {
      return VendoredStanding(repeating: .elsewhere, failure: error)
    }
    guard let repository, contents.count == 2 else {
      return VendoredStanding(repeating: .elsewhere)
    }
    let forged = contents[0].map { differences(from: $0, paths) } ?? []
    guard let now = contents[1] else {
      return VendoredStanding(
        repeating: .otherRef, forged: forged, change: "'\(path)' no longer has '\(ref)'")
    }
    var change: String?
    let changed = differences(from: now, paths)
    if repository.prefix != prefix {
      change = "Flyte is no longer in '\(prefix)' of its repository"
    } else if now.commit.id != commit, let first = changed.first {
      let more = changed.count > 1 ? " and \(changed.count - 1) more" : ""
      change =
        "'\(ref)' of '\(path)' is now commit \(now.commit.id.prefix(12)), which differs in '\(first)'\(more)"
    } else if contents[0] == nil, (try? repository.isShallow()) == false {
      change = "'\(path)' has no commit \(commit.prefix(12))"
    }
    return VendoredStanding(repeating: .here, forged: forged, change: change)
  }

  /// The paths at which a commit has something else, or something at all where nothing was copied.
  private func differences(from contents: CommitContents, _ paths: [String]) -> [String] {
    paths.filter { blobs[$0] != contents.ids[prefix + $0] }
  }

  /// Advice on how to copy it again; no command that would fail.
  package func hint(_ standing: VendoredStanding, in folder: String, templatesFolder: String?)
    -> String
  {
    let path = FilePath.join(folder, repository)
    let templates = templatesFolder.map { ["--templates", $0] } ?? []
    func command(_ ref: String) -> String {
      "run '\(ShellText.of(["flyte-harden", "vendor", path, ref, folder] + templates))'"
    }
    return switch standing.repeating {
    case .here: command(ref)
    case .elsewhere:
      "\(command(ref)) on a machine where '\(path)' is a repository that has '\(ref)'"
    case .otherRef:
      "fetch '\(ref)' into '\(path)', or \(command("REF")) with a ref that it has"
    }
  }
}
