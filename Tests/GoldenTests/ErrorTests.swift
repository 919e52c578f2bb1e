import Command
import Diagnostics
import Foundation
import Reference
import TestSupport
import Testing

/// Every diagnostic is provoked: by a golden case, or by a script in `Errors`, named after it.
@Suite struct ErrorTests {
  private static let scripts = Snapshots.repository.appending(path: "Tests/GoldenTests/Errors")
  private static let recorded = Snapshots.repository.appending(
    path: "Sources/Reference/Errors/RecordedExamples.swift")

  @Test func everyDiagnosticIsProvokedAndHasAnExample() throws {
    var examples = try Self.goldenExamples()
    let fromCases = examples
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.scripts.path).sorted() {
      let name = file.replacingOccurrences(of: ".sh", with: "")
        .replacingOccurrences(of: ".", with: "/")
      let blocks = Self.blocks(try Self.outcome(of: Self.scripts.appending(path: file)))
      #expect(blocks[name] != nil, "\(file) does not provoke '\(name)': \(blocks.keys.sorted())")
      #expect(fromCases[name] == nil, "a golden case provokes '\(name)': \(file) can go")
      examples[name] = examples[name] ?? blocks[name]
    }
    let names = ErrorRegister.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(examples.keys).subtracting(names) == [], "not in the register")
    let kept = names.compactMap { name in examples[name].map { (name: name, text: $0) } }
    if Snapshots.isRecording {
      try Data(ErrorExamples.source(kept).utf8).write(to: Self.recorded)
      return
    }
    for name in names {
      #expect(examples[name] != nil, "nothing provokes '\(name)'")
      let shown = ErrorExamples.text(of: name)
      #expect(shown?.contains("[\(name)]") == true, "'make docs' records an example of '\(name)'")
      if let text = fromCases[name] { #expect(shown == text, "'make docs' records it again") }
    }
  }

  @Test func everyDiagnosticOfTheSourcesIsInTheRegister() throws {
    let root = Snapshots.repository.appending(path: "Sources")
    var declared: Set<String> = []
    for (path, data) in Snapshots.files(in: root) where path.hasSuffix(".swift") {
      let text = String(decoding: data, as: UTF8.self)
      for match in text.matches(of: /DiagnosticID\(\s*"([^"]+)"/) {
        declared.insert(String(match.1))
      }
    }
    #expect(declared == Set(ErrorRegister.all.map(\.name)))
  }

  @Test func thePageHasEveryDiagnostic() throws {
    try Regions.expect(ErrorPage.chapters, named: "errors", in: "docs/errors.md")
  }

  @Test func helpTellsOfADiagnostic() {
    let help = run(["help", "config/unknown-key"])
    #expect(help.status == .success)
    #expect(help.output.contains("Fix: "))
    #expect(help.output.contains("[config/unknown-key]"))
    let wrong = run(["help", "config/unknown-kye"])
    #expect(wrong.complaint.contains("did you mean 'config/unknown-key'?"))
  }

  /// The shortest that was recorded of each.
  private static func goldenExamples() throws -> [String: String] {
    var examples: [String: String] = [:]
    let cases = Snapshots.repository.appending(path: GoldenTests.folder)
    for name in GoldenTests.cases {
      let url = cases.appending(path: "\(name)/expected/diagnostics.txt")
      let text = try String(contentsOf: url, encoding: .utf8)
        .replacingOccurrences(of: "\(GoldenTests.folder)/\(name)/", with: "")
      examples.merge(blocks(text)) { $0.utf8.count <= $1.utf8.count ? $0 : $1 }
    }
    return examples
  }

  /// What was printed, cut into diagnostics, by name; of several the shortest.
  private static func blocks(_ text: String) -> [String: String] {
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

  /// What a script printed as complaint, in a folder with a small config.
  private static func outcome(of script: URL) throws -> String {
    let scratch = try TemporaryFolder()
    _ = try scratch.write(config, to: "config.yaml")
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "flyte-harden")
    let shell = try #require(Program(named: "sh"))
    let date = "2001-02-03T04:05:06Z"
    let outcome = try shell.run(
      [script.path], in: scratch.url,
      environment: [
        "tool": program.path, "LC_ALL": "C", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
        "sample": Snapshots.repository.appending(path: "config/sample-flyte").path,
        "templates": Snapshots.repository.appending(path: "Templates").path,
      ])
    return outcome.complaint.replacingOccurrences(of: scratch.url.path + "/", with: "")
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
