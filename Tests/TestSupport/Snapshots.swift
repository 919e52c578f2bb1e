public import Foundation
public import Testing

/// Files that a test's results are held to.
///
/// `make record` (SNAPSHOTS=record) writes them again; nothing else does, and where CI is set it is
/// refused.
public enum Snapshots {
  /// The repository, found from this file's own place in it.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// True if results are written instead of compared.
  public static var isRecording: Bool {
    ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record"
  }

  /// Every file below a folder, by its path there.
  public static func files(in folder: URL) -> [String: Data] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    var files: [String: Data] = [:]
    for path in paths {
      var isFolder: ObjCBool = false
      let url = folder.appending(path: path)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try? Data(contentsOf: url) }
    }
    return files
  }

  /// Holds a set of files to those of a folder; a missing or superfluous one is a failure.
  public static func expect(
    _ actual: [String: Data], in folder: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let name = folder.path.replacingOccurrences(of: repository.path + "/", with: "")
    if isRecording {
      record(actual, in: folder, name, sourceLocation)
      return
    }
    let expected = files(in: folder)
    for path in Set(actual.keys).union(expected.keys).sorted() {
      switch (expected[path], actual[path]) {
      case (nil, .some): fail("\(name)/\(path): new, and not recorded", sourceLocation)
      case (.some, nil): fail("\(name)/\(path): recorded, and no longer made", sourceLocation)
      case (let old?, let new?) where old != new:
        fail("\(name)/\(path)\(difference(old, new))", sourceLocation)
      default: break
      }
    }
  }

  private static func record(
    _ actual: [String: Data], in folder: URL, _ name: String, _ place: SourceLocation
  ) {
    guard ProcessInfo.processInfo.environment["CI", default: ""].isEmpty else {
      Issue.record("nothing is recorded where CI is set", sourceLocation: place)
      return
    }
    guard files(in: folder) != actual else { return }
    do {
      try? FileManager.default.removeItem(at: folder)
      for (path, data) in actual {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
      }
      print("recorded \(name) again; read 'git diff'")
    } catch {
      Issue.record("\(name) cannot be recorded: \(error)", sourceLocation: place)
    }
  }

  private static func fail(_ text: String, _ place: SourceLocation) {
    Issue.record(
      "\(text)\nif the change is meant: make record, then read 'git diff'", sourceLocation: place)
  }

  private static func difference(_ old: Data, _ new: Data) -> String {
    let old = String(decoding: old, as: UTF8.self).components(separatedBy: "\n")
    let new = String(decoding: new, as: UTF8.self).components(separatedBy: "\n")
    for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      return ":\(index + 1): differs\n  recorded: \(pair.0)\n  now:      \(pair.1)"
    }
    return ":\(min(old.count, new.count)): one is longer"
  }
}
