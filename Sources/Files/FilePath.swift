internal import Glibc

/// Paths as texts.
public enum FilePath {
  /// A path below a folder; an absolute path stands for itself, and `.` for nothing.
  public static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return normal(path) }
    return normal(folder + "/" + path)
  }

  /// The folder of a path; `.` for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The same path without `.` and, where its text alone tells, without `..`.
  public static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let text = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + text }
    return text.isEmpty ? "." : text
  }

  /// Returns whether a path is another one, or lies below it; both are normal.
  public static func isIn(_ folder: String, _ path: String) -> Bool {
    path.utf8.elementsEqual(folder.utf8)
      || path.utf8.starts(with: (folder.hasSuffix("/") ? folder : folder + "/").utf8)
  }

  /// Returns whether a path leads below a folder and nowhere else: no part is empty, `.` or `..`.
  public static func isBelow(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
    }
  }

  /// A path as seen from a folder: `../flyte`. Links on the way to both are resolved as far as the
  /// paths exist.
  public static func relative(_ path: String, to folder: String) -> String {
    let target = resolved(path).split(separator: "/")
    let start = resolved(folder).split(separator: "/")
    let common = zip(target, start).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: start.count - common) + target[common...]
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The absolute path, links resolved in the part of it that exists.
  private static func resolved(_ path: String) -> String {
    guard isShort(path) else { return path }
    var missing: [String] = []
    var next = path
    while next.hasSuffix("/"), next != "/" { next = String(next.dropLast()) }
    while true {
      if let text = realpath(next, nil) {
        defer { free(text) }
        return join(String(cString: text), missing.reversed().joined(separator: "/"))
      }
      let parent = folder(of: next)
      if parent == next { return path }
      missing.append(name(of: next))
      next = parent
    }
  }

  /// True if the system takes a path of this length.
  static func isShort(_ path: String) -> Bool { path.utf8.count < Int(PATH_MAX) }

  /// The path of the running program, links resolved; nil if the system does not tell it.
  public static var program: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
