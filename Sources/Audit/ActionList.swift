import Flyte

/// The actions for all refusals of a cluster, each once.
struct ActionList {
  /// A thing to do.
  private struct Action {
    /// The steps; patches together, because a newer release replaces all of them.
    let steps: [AuditStep]
    /// The steps that can replace them; empty: nothing helps all of its refusals.
    var otherwise: [AuditStep]
    /// The steps with a policy that can replace them; empty: nothing helps all of its refusals.
    var governed: [AuditStep]
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
      let other = [action.governed, action.otherwise].filter { !$0.isEmpty }
        .map { ", or \(AuditStep.words($0))" }.joined()
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
      // What the fix itself asks for as well is an action of its own.
      let otherwise =
        steps.contains(where: \.isPatch)
        ? refusal.fix.otherwise.filter { !refusal.fix.steps.contains($0) } : []
      let governed =
        steps.contains(where: \.isPatch)
        ? refusal.fix.governed.filter { !refusal.fix.steps.contains($0) } : []
      let known = actions.firstIndex { $0.steps == steps }
      let place = known ?? actions.count
      if known == nil {
        actions.append(Action(steps: steps, otherwise: otherwise, governed: governed))
      }
      actions[place].refusals.append(refusal.number)
      actions[place].pods += refusal.pods
      actions[place].governed =
        actions[place].governed.isEmpty || governed.isEmpty
        ? [] : actions[place].governed + governed.filter { !actions[place].governed.contains($0) }
      actions[place].otherwise = Self.both(actions[place].otherwise, otherwise)
    }
  }

  /// Steps that help wherever either helps: all of them, and the later of two releases.
  private static func both(_ left: [AuditStep], _ right: [AuditStep]) -> [AuditStep] {
    guard let first = AuditStep.release(of: left), let second = AuditStep.release(of: right) else {
      return []
    }
    let steps = left + right.filter { !left.contains($0) }
    return steps.filter { !$0.isRelease }
      + [.release(ByteText((first < second ? second : first).name))]
  }
}

extension AuditStep {
  /// The cost of it beside others.
  fileprivate var rank: Int {
    switch self {
    case .takeOut, .change, .namespace: 0
    case .templatePod, .templateContainer: 1
    case .setting, .secretManager, .operatorChange: 2
    case .patch: 3
    case .policy: 4
    case .release: 5
    }
  }
}
