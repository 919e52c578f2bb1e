internal import Glibc

extension FileReading {
  /// All bytes of the standard input.
  /// - Parameter limit: more of them are an error.
  public static func standardInput(limit: Int) throws(FileError) -> [UInt8] {
    let name = "standard input"
    var all: [UInt8] = []
    while true {
      let some = try bytes(of: STDIN_FILENO, size: 1 << 16, path: name, nil)
      guard !some.isEmpty else { return all }
      all += some
      guard all.count <= limit else {
        throw FileError(path: name, reason: "it has more than \(words(limit))")
      }
    }
  }
}
