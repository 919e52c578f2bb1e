import Flyte

/// What to do for all refusals of a cluster, each thing once.
struct ActionList {
  /// A thing to do.
  private struct Action {
    /// What is done; patches together, for a newer release is in place of all of them.
    let steps: [AuditStep]
    /// What is done in place of it.
    var release: ByteText?
    var refusals: [Int] = []
    var pods = 0
  }

  private var actions: [Action] = []

  /// The actions of some refusals, the cheapest first.
  static func of(_ refusals: [AuditRefusal]) -> [AuditAction] {
    var list = ActionList()
    for refusal in refusals { list.add(refusal) }
    return list.actions.enumerated().sorted { left, right in
      let (first, second) = (left.element.steps.first, right.element.steps.first)
      return ((first?.rank ?? 0), left.offset) < ((second?.rank ?? 0), right.offset)
    }.map { _, action in
      let other = action.release.map { ", or \(AuditStep.release($0).words)" } ?? ""
      return AuditAction(
        words: AuditStep.words(action.steps) + other, refusals: action.refusals,
        pods: action.pods)
    }
  }

  private mutating func add(_ refusal: AuditRefusal) {
    let patches = refusal.fix.steps.filter(\.isPatch)
    var parts = refusal.fix.steps.filter { !$0.isPatch }.map { [$0] }
    if !patches.isEmpty { parts.append(patches) }
    for steps in parts {
      var release: ByteText?
      if steps.contains(where: \.isPatch) {
        for case .release(let name) in refusal.fix.otherwise { release = name }
      }
      let known = actions.firstIndex { $0.steps == steps }
      let place = known ?? actions.count
      if known == nil { actions.append(Action(steps: steps, release: release)) }
      actions[place].refusals.append(refusal.number)
      actions[place].pods += refusal.pods
      actions[place].release = Self.later(actions[place].release, release)
    }
  }

  /// A release that helps wherever both do; nil where one does not help.
  private static func later(_ left: ByteText?, _ right: ByteText?) -> ByteText? {
    guard let left, let right, let first = Release.named(left.text),
      let second = Release.named(right.text)
    else { return nil }
    return first < second ? right : left
  }
}

extension AuditStep {
  /// How dear it is, beside others.
  fileprivate var rank: Int {
    switch self {
    case .takeOut, .change: 0
    case .templatePod, .templateContainer: 1
    case .setting, .secretManager: 2
    case .patch: 3
    case .release: 4
    }
  }
}
