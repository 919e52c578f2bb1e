import Foundation
import TestSupport
import Testing

@testable import conformance

/// Data that are not whole are told, and never taken for agreement.
@Suite struct ConformanceTests {
  static let oneCase = """
    {"id": "a", "namespace": "n", "defaultNamespace": "flyte", "plugins.k8s": {},
     "task": {"kind": "container"}, "podTemplates": [], "stored": [], "refused": []}
    """.split(separator: "\n").joined()

  /// The result for a folder of these data.
  func with<Result>(
    cases: String = oneCase, pods: String = "", _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = try TemporaryFolder()
    try folder.write(cases, to: "flyte-oracle/cases.jsonl")
    try folder.write(pods, to: "flyte-oracle/pods.jsonl")
    return try withExtendedLifetime(folder) { try body(folder.url.path) }
  }

  @Test(
    arguments: [
      (#"{"case": "b", "results": [{}]}"#, "no such case: b"), ("[]", "no such case"),
      (#""x""#, "no such case"), (#"{"case": "a"}"#, "no results"),
      (#"{"case": "a", "results": []}"#, "no results"),
      (#"{"case": "a", "results": [{"pod": {}}]}"#, "of no release"),
      (#"{"case": "a", "results": [{"on": {"v1.16.8": []}, "pod": {}}]}"#, "of no release"),
      (#"{"case": "a", "results": [{"on": {"v9": [[]]}, "pod": {}}]}"#, "unknown release"),
    ])
  func aLineThatIsNoAnswerIsADifference(line: String, words: String) throws {
    let found = try with(pods: line) { try FlyteConformance.run($0).flatMap(\.differences) }
    #expect(found.count == 1)
    #expect(found.first?.contains(words) == true)
  }

  @Test func aTemplateThatNobodyAnsweredForIsADifference() throws {
    let template = #"{"metadata": {"name": "t", "namespace": "n"}, "template": {"spec": {}}}"#
    for (answers, words) in [
      (#""stored": [], "refused": []"#, "neither"),
      (#""stored": [], "refused": [{"name": "u", "message": "m"}]"#, "neither"),
    ] {
      let line = #"{"id": "a", "podTemplates": [\#(template)], \#(answers)}"#
      let report = try with(cases: line) { try DefaultsConformance.run($0) }
      #expect(report.differences.first?.contains(words) == true)
    }
    let refused = #"{"id": "a", "podTemplates": [\#(template)], "refused": [{"name": "t"}]}"#
    #expect(try with(cases: refused) { try DefaultsConformance.run($0) }.differences == [])
  }

  @Test func aLineThatIsNoCaseIsADifference() throws {
    let report = try with(cases: "[]\n") { try DefaultsConformance.run($0) }
    #expect(report.differences.first?.hasSuffix("cases.jsonl:1: not a case") == true)
  }

  @Test(arguments: [
    ("[]", "not a record"), (#"{"id": "a", "pod": {}, "result": {}, "on": []}"#, "not a record"),
    (#"{"id": "a", "pod": {}, "result": {}, "on": [["v9", []]]}"#, "no such release"),
    (#"{"id": "a", "pod": {}, "result": {}, "on": [["v2.0.7", []]]}"#, "has no webhook"),
    (#"{"id": "a", "pod": {}, "result": {}, "on": [["v1.16.8", ["x"]]]}"#, "no such patch"),
    (
      #"{"id": "a", "pod": {}, "result": {"error": "no"}, "on": [["v1.16.8", []]]}"#,
      #"expected "refused: no", got "unchanged""#
    ),
    (
      #"{"id": "a", "pod": {}, "result": {"unchanged": true}, "on": [["v1.16.8", []]]}"#,
      "verdicts: expected []"
    ),
  ])
  func aSecretThatIsNoRecordIsADifference(line: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(line, to: "flyte-oracle/secrets.jsonl")
    let report = try SecretConformance.run(folder.url.path)
    #expect(report.differences.count == 1)
    #expect(report.differences.first?.contains(words) == true)
  }

  @Test func brokenLinesAreNamed() throws {
    #expect {
      try with(cases: Self.oneCase + "\n\n{\"id\": }\n") { try FlyteConformance.run($0) }
    } throws: {
      ($0 as? DataError)?.place.hasSuffix("/flyte-oracle/cases.jsonl:3") == true
    }
  }

  @Test func nothingIsNoSuccess() throws {
    let reports = try with { try FlyteConformance.run($0) }
    #expect(reports.allSatisfy { $0.total == 0 && !$0.isWhole })
  }
}
