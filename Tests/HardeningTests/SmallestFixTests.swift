import Testing

@testable import Hardening

@Suite struct SmallestFixTests {
  /// What is enough, as the patches that each pod needs: one of these sets, or (where it has any) policies.
  private struct Pods {
    let needs: [[Set<String>]]
    let curable: Set<Int>

    func pass(_ fix: FixChoice) -> Bool {
      needs.enumerated().allSatisfy { index, ways in
        fix.policies && curable.contains(index)
          || ways.contains { $0.isSubset(of: Set(fix.patches)) }
      }
    }
  }

  private static let patches = ["a", "b", "c", "d"]

  /// All choices, the cheapest first: policies last, then by number, then by the order of the patches.
  private func exhaustive(_ pods: Pods, policies: Bool) -> FixChoice? {
    var all: [FixChoice] = []
    for bits in 0..<16 {
      let names = Self.patches.indices.filter { bits & (1 << $0) != 0 }.map { Self.patches[$0] }
      all.append(FixChoice(patches: names, policies: false))
      if policies { all.append(FixChoice(patches: names, policies: true)) }
    }
    return all.filter(pods.pass).min { left, right in
      if left.policies != right.policies { return right.policies }
      if left.patches.count != right.patches.count {
        return left.patches.count < right.patches.count
      }
      return left.patches.lexicographicallyPrecedes(right.patches)
    }
  }

  @Test func nothingIsLargerThanTheSmallest() {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var found = [0, 0, 0]
    for _ in 0..<2000 {
      let needs = (0..<random(4)).map { _ in
        (0..<random(3)).map { _ in Set((0..<random(3)).map { _ in Self.patches[random(4)] }) }
      }
      let pods = Pods(needs: needs, curable: Set((0..<4).filter { _ in random(3) > 0 }))
      let canUsePolicies = random(2) == 0
      let fix = SmallestFix(candidates: Self.patches, canUsePolicies: canUsePolicies) {
        pods.pass($0)
      }.find()
      #expect(fix == exhaustive(pods, policies: canUsePolicies))
      found[fix == nil ? 0 : fix?.policies == true ? 1 : 2] += 1
    }
    #expect(found.allSatisfy { $0 > 50 })
  }
}
