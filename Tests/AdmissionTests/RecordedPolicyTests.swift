import Admission
import Foundation
import JSONText
import PodAPI
import TestSupport
import Testing
import Values

/// What policies do to pods of ours, recorded for the judge that runs their CEL.
@Suite struct RecordedPolicyTests {
  private static let folder = Snapshots.repository.appending(path: "Tests/Judges/policies")

  @Test func theJudgesCasesAreWhatPoliciesDo() throws {
    var files: [String: Data] = [:]
    let profiles = [
      "strict": Profiles.strict, "restricted": Profiles.restricted, "free": Profiles.free,
    ]
    for (index, profile) in profiles.sorted(by: { $0.key < $1.key }).enumerated() {
      let lines = try Self.lines(profile.value, seed: UInt64(index + 10))
      files[profile.key + ".jsonl"] = Data(lines.map { $0 + "\n" }.joined().utf8)
    }
    Snapshots.expect(files, in: Self.folder)
  }

  /// The policies, and then a pod a line.
  private static func lines(_ profile: PolicyProfile, seed: UInt64) throws -> [String] {
    let filling = Profiles.filling(profile)
    let holding = try #require(
      ValidatingPolicy.holding(
        to: [profile], name: "hold", minor: 36, marks: Profiles.marks, action: .deny))
    let namespaces = PolicyNamespaces.names(["tasks"])
    let policies = PlainValue.mapping([
      .init("filling", filling.manifests(.v1, namespaces)[0]),
      .init("kyverno", filling.kyverno(namespaces)),
      .init("holding", holding.manifests(namespaces)[0]),
    ])
    var pods = RandomPods(seed: seed)
    let cases = (0..<150).map { index -> PlainValue in
      var pod = pods.next()
      // Some are not Flyte's, and some only by the name of a container.
      if index % 11 == 0 { pod[.metadata] = nil }
      let mutated = filling.mutated(pod)
      return .mapping([
        .init("pod", pod.plain), .init("mutated", mutated?.plain ?? .null),
        .init("messages", .list(holding.messages(on: pod).map { .string($0) })),
      ])
    }
    return ([policies] + cases).map(Self.line)
  }

  /// JSON on one line: no string has a line end in it.
  private static func line(_ value: PlainValue) -> String {
    JSONWriter.text(value).split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }.joined()
  }
}
