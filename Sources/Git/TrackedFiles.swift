/// Files of the work tree that git keeps, and those that it was told to pass over.
extension GitRepository {
  /// The files of a folder that git tracks, as paths from the root of the work tree.
  /// - Parameter folder: from the root; empty: the root itself.
  public func trackedFiles(below folder: String) throws(GitError) -> TextSet {
    let place = folder.isEmpty ? [] : ["--", folder]
    return Self.names(try program.answer(["ls-files", "-z"] + place, gitFolder: gitFolder))
  }

  /// Those of some paths that a `.gitignore` of the work tree, or `info/exclude`, passes over.
  /// - Parameter paths: from the root of the work tree.
  public func ignoredFiles(of paths: [String]) throws(GitError) -> TextSet {
    guard let root, !paths.isEmpty else { return [] }
    let input = paths.flatMap { [UInt8]($0.utf8) + [0] as [UInt8] }
    // It reads `.gitignore` files, so unlike all others it needs the work tree; and it takes paths
    // literally, but refuses to be told to.
    let words = [
      "-C", root, "--work-tree=\(root)", "--no-literal-pathspecs", "check-ignore", "-z", "--stdin",
    ]
    let outcome = try program.run(words, gitFolder: gitFolder, input: input)
    // 1: no path is ignored.
    guard outcome.status == 0 || outcome.status == 1 else {
      throw outcome.failure(of: "check-ignore")
    }
    return Self.names(outcome.output)
  }

  private static func names(_ output: [UInt8]) -> TextSet {
    TextSet(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }
}
