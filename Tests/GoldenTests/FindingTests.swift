import Audit
import Command
import Foundation
import Reference
import TestSupport
import Testing

/// Every kind of finding is provoked by a golden audit, which is also the example on its page.
@Suite struct FindingTests {
  private static let recorded = Snapshots.repository.appending(
    path: "Sources/Reference/Findings/RecordedFindings.swift")

  @Test func everyKindIsProvokedAndHasAnExample() throws {
    let examples = try Self.goldenExamples()
    let names = FindingRule.all.map(\.kind.rawValue)
    #expect(names.count == FindingKind.allCases.count && Set(names).count == names.count)
    #expect(Set(examples.keys).subtracting(names) == [])
    if Snapshots.isRecording {
      let kept = names.compactMap { name in examples[name].map { (name: name, text: $0) } }
      try Data(FindingPage.source(kept).utf8).write(to: Self.recorded)
      return
    }
    for kind in FindingKind.allCases {
      #expect(examples[kind.rawValue] != nil, "no golden audit provokes '\(kind.rawValue)'")
      #expect(FindingPage.example(of: kind) == examples[kind.rawValue], "'make docs' records it")
    }
  }

  @Test func thePageHasEveryKind() throws {
    try Regions.expect(FindingPage.chapters, named: "findings", in: "docs/findings.md")
  }

  @Test(arguments: FindingKind.allCases) func helpTellsOfAKind(kind: FindingKind) {
    let help = run(["help", kind.rawValue])
    #expect(help.status == .success)
    #expect(help.output.contains("Fix: "))
    #expect(help.output.contains("[\(kind.rawValue)]"))
    let wrong = run(["help", kind.rawValue + "x"])
    #expect(wrong.complaint.contains("did you mean '\(kind.rawValue)'?"))
  }

  /// The shortest that was recorded of each.
  private static func goldenExamples() throws -> [String: String] {
    var examples: [String: String] = [:]
    for name in AuditGoldenTests.cases {
      let place = "\(AuditGoldenTests.folder)/\(name)"
      let text = try String(contentsOfFile: "\(place)/expected/audit.text", encoding: .utf8)
        .replacingOccurrences(of: "\(place)/", with: "")
      for match in text.matches(of: /(?m)^(?:error|warning|note): .* \[([a-z-]+)\]\n    fix .*$/) {
        let example = String(match.0)
        let known = examples[String(match.1)]
        if known.map({ example.utf8.count < $0.utf8.count }) ?? true {
          examples[String(match.1)] = example
        }
      }
    }
    return examples
  }
}
