import Diagnostics
import Digests
import Files
import Git
import GoPatch
import Model
import Origins
import Setup

/// The Flyte sources of a cluster, read once: the files that rules speak of, and no others.
struct SourceReading {
  let tree: SourceTree
  /// The commit, when a repository was read at a ref.
  let commit: String?
  /// Whether git names contents by SHA-1, so that patches can.
  let namesContents: Bool
  private let files: [String: [UInt8]]
  /// The folder, when it holds vendored sources whose repository has moved on.
  var outdatedFolder: String?

  /// Reads them; nil after a fault.
  static func read(
    _ source: FlyteInstallation.Source, at span: Span?, paths: [String],
    into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    let reading: SourceReading?
    switch source {
    case .folder(let path):
      reading = folder(path, paths, at: span, into: &diagnostics)
    case .repository(let path, let ref):
      reading = repository(path, ref, paths, at: span, into: &diagnostics)
    }
    guard let reading else { return nil }
    if reading.files.isEmpty {
      diagnostics.error(
        .unreadableSource, "there are no Flyte sources in '\(source.path)'", at: span,
        hint:
          "name the folder that holds 'flyteplugins', or a git repository and a ref of it; v1.9.0 and v1.9.1 have none"
      )
      return nil
    }
    return reading
  }

  /// What the patches were computed from.
  func setup(isVerified: Bool) -> SourceSetup {
    SourceSetup(
      commit: commit,
      files: files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        SourceSetup.File(path: $0.key, blob: BlobID.of($0.value))
      }, isVerified: isVerified)
  }

  private static func folder(
    _ path: String, _ paths: [String], at span: Span?, into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    guard FileReading.isFolder(path) else {
      diagnostics.error(
        .unreadableSource, "there is no folder '\(path)'", at: span,
        hint: "a path is relative to the config file")
      return nil
    }
    var files: [String: [UInt8]] = [:]
    for name in paths {
      let file = FilePath.join(path, name)
      guard FileReading.kind(of: file) != nil else { continue }
      do throws(FileError) {
        files[name] = try FileReading.bytes(of: file)
      } catch {
        diagnostics.unreadable(error, at: span)
        return nil
      }
    }
    let before = diagnostics.errorCount
    if let vendored = VendoredSource.read(in: path, into: &diagnostics) {
      let change = vendored.outdated(in: path)
      check(vendored, change, files, paths, in: path, at: span, into: &diagnostics)
      return SourceReading(
        tree: SourceTree(files: files, prefix: vendored.prefix), commit: vendored.commit,
        namesContents: vendored.commit.count == 40, files: files,
        outdatedFolder: change.map { _ in path })
    }
    guard diagnostics.errorCount == before else { return nil }
    sayEdited(path, files, at: span, into: &diagnostics)
    return SourceReading(
      tree: SourceTree(files: files), commit: nil, namesContents: true, files: files)
  }

  /// Vendored files must be what their commit has, and all that the rules ask for.
  private static func check(
    _ vendored: VendoredSource, _ change: String?, _ files: [String: [UInt8]], _ paths: [String],
    in folder: String, at span: Span?, into diagnostics: inout DiagnosticList
  ) {
    let again =
      "run 'flyte-harden vendor \(FilePath.join(folder, vendored.repository)) \(vendored.ref) \(folder)'"
    for path in vendored.edited(files) {
      let how = files[path] == nil ? "is gone" : "was edited since it was copied"
      diagnostics.error(
        .vendoredSource, "'\(FilePath.join(folder, path))' \(how)", at: span,
        hint: "keep an edit in a fork of Flyte; remove the file, then \(again)")
    }
    for path in vendored.unknown(paths) {
      diagnostics.error(
        .vendoredSource, "'\(folder)' was copied when no remedy asked for '\(path)'", at: span,
        hint: again)
    }
    if let change {
      diagnostics.warning(
        .outdatedSource, "'\(folder)' is no longer what it was copied from: \(change)", at: span,
        hint: again)
    }
  }

  /// A checkout whose files differ from its commit gives patches that `git am -3` cannot fall back on.
  private static func sayEdited(
    _ path: String, _ files: [String: [UInt8]], at span: Span?,
    into diagnostics: inout DiagnosticList
  ) {
    guard FileReading.kind(of: FilePath.join(path, ".git")) != nil,
      let repository = try? GitRepository.open(path: path),
      let head = try? repository.commit(of: "HEAD"),
      let blobs = try? repository.read(files.keys.sorted(), at: head)
    else { return }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let state = blobs[name]?.state(ofWorkTreeFile: bytes)
      guard state == .edited || state == .otherLineEndings || state == nil else { continue }
      let how =
        state == .otherLineEndings
        ? "has other line ends than" : state == nil ? "is not in" : "differs from"
      diagnostics.warning(
        .dirtySource, "'\(name)' \(how) the commit that is checked out", at: span,
        hint:
          "patches fit the file as it is; to make them from the commit, write 'repository' and 'ref'"
      )
      return
    }
  }

  private static func repository(
    _ path: String, _ ref: String, _ paths: [String], at span: Span?,
    into diagnostics: inout DiagnosticList
  ) -> SourceReading? {
    do throws(GitError) {
      let repository = try GitRepository.open(path: path)
      let commit = try repository.commit(of: ref)
      let blobs = try repository.read(paths.map { repository.prefix + $0 }, at: commit)
      var files: [String: [UInt8]] = [:]
      for name in paths { files[name] = blobs[repository.prefix + name]?.bytes }
      return SourceReading(
        tree: SourceTree(files: files, prefix: repository.prefix), commit: commit.id,
        namesContents: commit.id.count == 40, files: files)
    } catch {
      diagnostics.error(.unreadableSource, error.description, at: span, hint: error.hint)
      return nil
    }
  }
}

extension SourceReading {
  /// The trees of a repository at those of some tags that it has, then at refs, in one reading.
  static func trees(
    in path: String, tags names: [String], refs: [String], paths: [String]
  ) throws(GitError) -> [(name: String, tree: SourceTree)] {
    let repository = try GitRepository.open(path: path)
    var places: [(name: String, commit: GitCommit)] = []
    if !names.isEmpty {
      let tags = Dictionary(
        try repository.tags().map { ($0.name, $0.commit) }, uniquingKeysWith: { first, _ in first })
      places = names.compactMap { name in tags[name].map { (name, $0) } }
    }
    for ref in refs { places.append((ref, try repository.commit(of: ref))) }
    let prefix = repository.prefix
    let blobs = try repository.read(paths.map { prefix + $0 }, atEach: places.map(\.commit))
    return zip(places, blobs).map { place, blobs in
      var files: [String: [UInt8]] = [:]
      for path in paths { files[path] = blobs[prefix + path]?.bytes }
      return (place.name, SourceTree(files: files, prefix: prefix))
    }
  }
}

extension FlyteInstallation.Source {
  /// The folder or the repository.
  var path: String {
    switch self {
    case .folder(let path), .repository(let path, _): path
    }
  }
}
