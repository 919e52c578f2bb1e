import Values

/// Changes with which every claimed pod of a cluster passes.
public struct FixChoice: Sendable, Equatable {
  /// The patches, in the order in which patches are applied.
  @Bytewise public private(set) var patches: [String]
  /// True if admission policies that change pods are needed too.
  public let policies: Bool

  /// Makes a choice.
  public init(patches: [String], policies: Bool) {
    self.patches = patches
    self.policies = policies
  }
}

/// Finds the fewest changes that are enough, by trying.
///
/// The order is fixed: nothing, then one patch, then two and so on, and only when all patches together are
/// not enough, policies, again with as few patches as possible. Among as many patches the first in the
/// order of the patches wins. What is deployed already is no change, and neither are settings: those that
/// a deployed patch reads are always written.
public struct SmallestFix {
  /// The patches that can be used, in the order in which patches are applied.
  let candidates: [String]
  /// True if policies can be used.
  let canUsePolicies: Bool
  /// Returns whether a choice is enough.
  let isEnough: (FixChoice) -> Bool

  /// Makes a search.
  public init(
    candidates: [String], canUsePolicies: Bool, isEnough: @escaping (FixChoice) -> Bool
  ) {
    self.candidates = candidates
    self.canUsePolicies = canUsePolicies
    self.isEnough = isEnough
  }

  /// The choice; nil if nothing that can be used is enough.
  public func find() -> FixChoice? {
    for policies in canUsePolicies ? [false, true] : [false] {
      // Patches only help: where all of them are not enough, fewer are not.
      let all = FixChoice(patches: candidates, policies: policies)
      if !candidates.isEmpty, !isEnough(all) { continue }
      for count in 0...candidates.count {
        if let found = first(of: count, policies: policies) { return found }
      }
    }
    return nil
  }

  /// The first set of so many patches that is enough.
  private func first(of count: Int, policies: Bool) -> FixChoice? {
    var positions = Array(0..<count)
    while true {
      let names = positions.map { candidates[$0] }
      let choice = FixChoice(patches: names, policies: policies)
      if isEnough(choice) { return choice }
      // The next set in order: the last position that can move does, and those behind it follow.
      guard
        let moving = positions.indices.last(where: {
          positions[$0] < candidates.count - count + $0
        })
      else { return nil }
      positions[moving] += 1
      for index in positions.indices where index > moving {
        positions[index] = positions[index - 1] + 1
      }
    }
  }
}
