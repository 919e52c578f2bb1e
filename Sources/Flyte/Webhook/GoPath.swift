/// Paths as Go's `filepath.Join` makes them.
enum GoPath {
  /// The folder of secrets that are files.
  static let secrets = "/etc/flyte/secrets"

  /// The path of its parts: no part is empty, `.` or `..`. The first part begins with `/`.
  static func join(_ parts: String...) -> String {
    var steps: [Substring] = []
    for step in parts.joined(separator: "/").split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }
}
