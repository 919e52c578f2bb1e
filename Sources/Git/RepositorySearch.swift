import Glibc

/// The search for the data of a repository, without running git.
struct RepositorySearch {
  /// The folder, or the file that names it, to be given to git.
  let gitFolder: String
  /// The folder that the work tree begins at; nil for a bare repository.
  let root: String?
  /// The path of the folder asked about within the work tree, ending in `/`, or empty.
  let prefix: String

  /// Looks in the folder and those above it, the nearest first.
  static func find(from path: String) throws(GitError) -> RepositorySearch {
    guard let resolved = realpath(path, nil) else { throw .noSuchFolder(path: path) }
    defer { free(resolved) }
    let start = String(cString: resolved)
    guard kind(of: start) == .folder else { throw .noSuchFolder(path: path) }

    var folder = start
    while true {
      let inside = folder == "/" ? "" : folder
      let dotGit = inside + "/.git"
      if isRepository(dotGit) || isPointer(dotGit) {
        let below = start.dropFirst(inside.count + 1)
        return RepositorySearch(
          gitFolder: dotGit, root: folder, prefix: below.isEmpty ? "" : below + "/")
      }
      if isRepository(folder) {
        return RepositorySearch(gitFolder: folder, root: nil, prefix: "")
      }
      guard let slash = inside.lastIndex(of: "/") else { throw .notARepository(path: path) }
      folder = slash == inside.startIndex ? "/" : String(inside[..<slash])
    }
  }

  private enum Kind {
    case folder
    case file
  }

  private static func kind(of path: String) -> Kind? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    switch information.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return nil
    }
  }

  /// True if a folder looks like git's own: what git itself goes by. A `HEAD` that is no file is
  /// told of later.
  private static func isRepository(_ folder: String) -> Bool {
    kind(of: folder + "/objects") == .folder && kind(of: folder + "/refs") == .folder
      && access(folder + "/HEAD", F_OK) == 0
  }

  /// True if `.git` is a file that names the folder, as in submodules and linked work trees.
  private static func isPointer(_ path: String) -> Bool {
    let mark = Array("gitdir: ".utf8)
    return kind(of: path) == .file && readFile(path, first: mark.count) == mark
  }
}

/// The first bytes of a regular file; nil when there is none or it cannot be read. A symbolic link
/// at the end of the path is not followed.
func readFile(_ path: String, first limit: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var information = stat()
  guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
    return nil
  }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65536)
  while content.count < limit {
    let got = read(descriptor, &chunk, min(chunk.count, limit - content.count))
    if got < 0, errno == EINTR { continue }
    if got < 0 { return nil }
    if got == 0 { break }
    content += chunk[..<got]
  }
  return content
}
