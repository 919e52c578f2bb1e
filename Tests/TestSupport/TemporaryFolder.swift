public import Foundation

/// A folder for one test, removed with the value.
public final class TemporaryFolder: Sendable {
  /// The path of the folder.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("flyte-harden-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file below the folder, making the folders on its way.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String) throws -> URL {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  /// Writes a text file below the folder.
  @discardableResult
  public func write(_ text: String, to path: String) throws -> URL {
    try write(Array(text.utf8), to: path)
  }

  /// The bytes of a file below the folder; nil when there is none.
  public func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: url.appendingPathComponent(path).path).map { [UInt8]($0) }
  }
}
