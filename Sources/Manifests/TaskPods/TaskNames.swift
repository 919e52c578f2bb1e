/// The names in reports of tasks that are read from files.
public enum TaskNames {
  /// A file's name, or its path where another of the files has the same name.
  public static func name(of path: String, among paths: [String]) -> String {
    let name = lastPart(of: path)
    return paths.contains { !$0.hasSameBytes(as: path) && lastPart(of: $0) == name } ? path : name
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
