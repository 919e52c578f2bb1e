import Diagnostics
import Foundation
import TestSupport
import Testing

/// A script in `Errors` that provokes the diagnostic it is named after, and behind a mark does what the
/// hint says and runs the tool once more.
struct ErrorScript: Sendable, CustomTestStringConvertible {
  private static let folder = Snapshots.repository.appending(path: "Tests/GoldenTests/Errors")
  private static let mark = "# As the hint says.\n"

  /// The diagnostic's name.
  let id: String
  private let url: URL
  private let parts: [String]

  /// All of them, in order.
  static let all: [ErrorScript] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    .compactMap { ErrorScript(file: $0) }

  private init?(file: String) {
    url = Self.folder.appending(path: file)
    id = file.replacingOccurrences(of: ".sh", with: "").replacingOccurrences(of: ".", with: "/")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    parts = text.components(separatedBy: Self.mark)
  }

  var testDescription: String { id }

  /// True if a part that follows the hint comes next.
  var hasMending: Bool { parts.count == 2 }

  /// The names of what is said of the small config by itself.
  static let plain = Set(
    ((try? run("\"$tool\" generate --config config.yaml")) ?? []).flatMap { blocks($0).keys })

  /// Returns the complaint that it printed, in a folder with a small config.
  func provoked() throws -> String { try Self.run(parts[0])[0] }

  /// Returns the complaint of the tool after the hint was followed; nil if the script does not
  /// follow it.
  func mended() throws -> String? {
    guard hasMending else { return nil }
    let between = "-- mended --\n"
    let printed = try Self.run(parts.joined(separator: "printf -- '\(between)' >&2\n"), between)
    return printed.count == 2 ? printed[1] : "it ended before it was mended"
  }

  private static func run(_ text: String, _ between: String? = nil) throws -> [String] {
    let scratch = try TemporaryFolder()
    _ = try scratch.write(config, to: "config.yaml")
    let script = try TemporaryFolder()
    let file = try script.write(text, to: "script.sh")
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "flyte-harden")
    guard let shell = Program(named: "sh") else { return [] }
    let date = "2001-02-03T04:05:06Z"
    let outcome = try shell.run(
      [file.path], in: scratch.url,
      environment: [
        "tool": program.path, "LC_ALL": "C", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
        "sample": Snapshots.repository.appending(path: "config/sample-flyte").path,
        "templates": Snapshots.repository.appending(path: "Templates").path,
      ])
    let complaint = outcome.complaint.replacingOccurrences(of: scratch.url.path + "/", with: "")
    return between.map { complaint.components(separatedBy: $0) } ?? [complaint]
  }

  /// Cuts the output into diagnostics, by name; of several the shortest.
  static func blocks(_ text: String) -> [String: String] {
    var blocks: [String: String] = [:]
    var current = ""
    var name: String?
    func close() {
      guard let found = name else { return }
      let old = blocks[found]
      if old.map({ current.utf8.count < $0.utf8.count }) ?? true { blocks[found] = current }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.firstMatch(of: /(?:error|warning|note): .* \[([a-z-]+\/[a-z0-9-]+)\]$/) {
        close()
        current = "\(line)\n"
        name = String(match.1)
      } else if line.isEmpty || line.firstMatch(of: /^\d+ (error|warning)/) != nil {
        close()
        name = nil
      } else if name != nil {
        current += "\(line)\n"
      }
    }
    close()
    return blocks
  }

  private static let config = """
    apiVersion: flyte-harden/v1
    clusters:
      production:
        flyte: { version: v1.16.8 }
        kubernetes: { version: "1.31" }
        chart: flyte-binary
        namespaces: [{ name: ml }]
        assign: [{ profile: builtin/restricted }]

    """
}
