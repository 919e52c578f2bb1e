import Command
import Diagnostics
import Foundation
import Reference
import TestSupport
import Testing

/// Every diagnostic is provoked: by a golden case, or by a script in `Errors`, named after it.
@Suite struct ErrorTests {
  private static let recorded = Snapshots.repository.appending(
    path: "Sources/Reference/Errors/RecordedExamples.swift")

  @Test func everyDiagnosticIsProvokedAndHasAnExample() throws {
    var examples = try Self.goldenExamples()
    let fromCases = examples
    for script in ErrorScript.all {
      let name = script.id
      let blocks = ErrorScript.blocks(try script.provoked())
      #expect(blocks[name] != nil, "its script does not provoke '\(name)': \(blocks.keys.sorted())")
      #expect(fromCases[name] == nil, "a golden case provokes '\(name)': its script can go")
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
      examples.merge(ErrorScript.blocks(text)) { $0.utf8.count <= $1.utf8.count ? $0 : $1 }
    }
    return examples
  }
}
