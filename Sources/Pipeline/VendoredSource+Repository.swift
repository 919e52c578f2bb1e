import Files
import Git

/// Vendored sources and the repository that they come from.
extension VendoredSource {
  /// What a repository has at a ref.
  /// - Returns: the manifest for a folder, and the bytes by path.
  static func copy(
    from path: String, ref: String, paths: [String], to folder: String
  ) throws(GitError) -> (VendoredSource, [String: [UInt8]]) {
    let repository = try GitRepository.open(path: path)
    let commit = try repository.commit(of: ref)
    let prefix = repository.prefix
    let blobs = try repository.read(paths.map { prefix + $0 }, at: commit)
    var ids: [String: String] = [:]
    var files: [String: [UInt8]] = [:]
    for path in paths {
      ids[path] = blobs[prefix + path]?.id
      files[path] = blobs[prefix + path]?.bytes
    }
    let source = VendoredSource(
      repository: FilePath.relative(path, to: folder), ref: ref, commit: commit.id, prefix: prefix,
      blobs: ids, absent: paths.filter { ids[$0] == nil })
    return (source, files)
  }

  /// How the repository differs from what was copied, in words; nil where it does not, or is not on
  /// this machine.
  func outdated(in folder: String) -> String? {
    let path = FilePath.join(folder, repository)
    guard let repository = try? GitRepository.open(path: path) else { return nil }
    guard let commit = try? repository.commit(of: ref) else {
      return "'\(path)' no longer has '\(ref)'"
    }
    guard commit.id != self.commit else { return nil }
    return "'\(ref)' of '\(path)' is now commit \(commit.id.prefix(12))"
  }
}
