import Changes
import TestSupport
import Testing

/// Properties of comparing random configs.
@Suite struct PropertyTests {
  @Test(arguments: 0..<16 * Rounds.count) func comparingIsLawful(seed: Int) throws {
    var random = SampleRandom(seed: UInt64(seed))
    let (a, b, c) = (
      SampleConfig.random(&random), SampleConfig.random(&random), SampleConfig.random(&random)
    )
    let (left, middle, right) = (try a.side(), try b.side(), try c.side())
    #expect(Comparison.report(from: left, to: left).changes.isEmpty)
    let forward = Comparison.report(from: left, to: middle)
    let backward = Comparison.report(from: middle, to: left)
    #expect(forward.changes.count == backward.changes.count)
    for meaning in Meaning.allCases {
      #expect(
        forward.count(meaning) == backward.count(meaning.reversed),
        "\(forward.words)\n---\n\(backward.words)")
    }
    // Both views have the same meanings.
    #expect(Set(forward.lines.map(\.first.meaning)) == Set(forward.changes.map(\.meaning)))
    // What one step loosens and the next leaves alone is loosened by both.
    let second = Comparison.report(from: middle, to: right)
    let whole = Comparison.report(from: left, to: right)
    let touched = second.changes.compactMap(\.field)
    // Another release or Kubernetes may change any field.
    guard !second.changes.contains(where: { $0.kind == .fact && $0.effect != .none }) else {
      return
    }
    for change in forward.changes where change.effect == .shown(.loosened) {
      guard let field = change.field else { continue }
      // A field is also touched by a change within it, and by one around it.
      let isTouched = touched.contains {
        $0.relative(to: field) != nil || field.relative(to: $0) != nil
      }
      // Another change may show in the same field: of a pod on the host's network every port is one of the
      // host's.
      guard !isTouched, !second.pods.contains(where: { $0.field == field.description }) else {
        continue
      }
      #expect(
        whole.changes.contains { $0.field == field && $0.meaning == .loosened },
        "\(change.path)\n\(forward.words)\n---\n\(second.words)\n---\n\(whole.words)")
    }
  }

  @Test(arguments: 0..<5 * Rounds.count) func theOrderOfKeysAndEntriesIsNeutral(seed: Int) throws {
    var random = SampleRandom(seed: UInt64(seed))
    let config = SampleConfig.random(&random)
    var other = config
    other.order = .reversed
    let report = Comparison.report(from: try config.side(), to: try other.side())
    #expect(report.meanings == [], "\(report.words)")
  }
}
