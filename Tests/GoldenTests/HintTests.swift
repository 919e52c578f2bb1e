import Diagnostics
import Foundation
import Reference
import TestSupport
import Testing

/// Hints are held to their word: what they advise is done, and then the fault is gone and no new one is
/// there. Where a diagnostic has a `fix`, that is applied; where it has words alone, a person followed them
/// in the case's `advised.txt`, or behind the mark in the script that provokes it.
@Suite struct HintTests {
  /// Hints that are no edits of files.
  private static let notEdits = [
    "source/line-ends": "it says how to apply patches that are right",
    "template/missing": "it says where the installation was looked for",
  ]

  /// Faults behind which the rest is not looked at, so that mending them brings out what it has.
  private static let hiding = [
    "wrong-language config/wrong-value": "a config in another language is not checked"
  ]

  @Test(arguments: GoldenTests.cases) func everyFixMends(name: String) throws {
    let before = try #require(CaseFindings.recorded[name])
    for diagnostic in before.diagnostics {
      guard let fix = diagnostic.fix else { continue }
      let copy = try CaseCopy(of: name)
      let file = before.relative(fix.span.file.path)
      try Data(fix.edited).write(to: copy.folder.appending(path: file))
      let hides = Self.hiding["\(name) \(diagnostic.id.name)"] != nil
      expect(
        [before.key(of: diagnostic)], before, gone: copy.findings(), "'\(fix.text)'", hides: hides)
    }
  }

  @Test(arguments: GoldenTests.cases) func everyAdviceMends(name: String) throws {
    let before = try #require(CaseFindings.recorded[name])
    for advice in try Self.advice(of: name) {
      let meant = before.diagnostics.filter { advice.isAbout($0, in: before) }
      #expect(!meant.isEmpty, "\(advice.file):\(advice.line) has no \(advice.id) \(advice.part)")
      let copy = try CaseCopy(of: name)
      let origins = try advice.follow(in: copy.folder)
      expect(
        meant.map(before.key), before, gone: copy.findings(origins: origins),
        meant.compactMap(\.hint).joined())
    }
  }

  @Test(arguments: ErrorScript.all) func everyScriptMends(script: ErrorScript) throws {
    guard let mended = try script.mended() else { return }
    let known = ErrorScript.plain.union(ErrorScript.blocks(try script.provoked()).keys)
    for id in ErrorScript.blocks(mended).keys {
      #expect(id != script.id, "the hint does not help:\n\(mended)")
      #expect(known.contains(id), "a new fault:\n\(mended)")
    }
  }

  @Test func aHintOfEveryDiagnosticIsFollowed() throws {
    var hinted: Set<String> = []
    var followed: Set<String> = []
    for name in GoldenTests.cases {
      let diagnostics = CaseFindings.recorded[name]?.diagnostics ?? []
      hinted.formUnion(diagnostics.filter { $0.hint != nil }.map(\.id.name))
      followed.formUnion(diagnostics.filter { $0.fix != nil }.map(\.id.name))
      followed.formUnion(try Self.advice(of: name).map(\.id))
    }
    for script in ErrorScript.all {
      if ErrorExamples.text(of: script.id)?.contains("\n hint: ") == true {
        hinted.insert(script.id)
      }
      if script.hasMending { followed.insert(script.id) }
    }
    #expect(hinted.subtracting(followed).sorted() == Self.notEdits.keys.sorted())
  }

  private static func advice(of name: String) throws -> [Advice] {
    let url = Snapshots.repository.appending(path: "\(GoldenTests.folder)/\(name)/advised.txt")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try Advice.read(String(contentsOf: url, encoding: .utf8))
  }

  private func expect(
    _ faults: [CaseFindings.Key], _ before: CaseFindings, gone after: CaseFindings, _ done: String,
    hides: Bool = false
  ) {
    let (old, new) = (before.counts, after.counts)
    for fault in faults {
      #expect(new[fault, default: 0] < old[fault, default: 0], "it stays after \(done): \(fault)")
    }
    let came = new.filter { $0.value > old[$0.key, default: 0] }.keys
    #expect(!hides || !came.isEmpty, "\(done) hides nothing")
    for key in came where !hides {
      Issue.record("it came with \(done) for \(faults): \(key)")
    }
  }
}
