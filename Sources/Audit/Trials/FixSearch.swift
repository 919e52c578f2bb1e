import Deployments
import Flyte
import Judgment
import Values

/// Finds what lets a pod in, by trying: of all that may be done, what can be left out is left out, the
/// dearest first.
final class FixSearch {
  private let subject: AuditSubject
  private var judgments: [[AuditStep]: Judgment] = [:]
  /// Releases after the running one, each with other behaviors than the one before.
  private let newer: [Release]

  init(_ subject: AuditSubject) {
    self.subject = subject
    let running = subject.running.release
    var last = running.behaviors
    // Plugins change where nothing else does.
    let hasPlugins = !subject.running.operators.isEmpty
    newer = Release.all.filter { release in
      guard release.line == running.line, release > running, !release.isPrerelease,
        release.behaviors != last || hasPlugins
      else { return false }
      last = release.behaviors
      return true
    }
  }

  /// The fix for a pod; nil where nothing that was tried lets it in.
  /// - Parameter decisions: what decides the fields that it is refused for.
  func fix(
    _ place: PodPlace, _ task: JudgedTask, _ decisions: [JudgedPod.Decision]
  ) -> AuditFix? {
    let changes = task.plugin.map { OperatorChange.all(for: $0.plugin, of: subject.running) } ?? []
    let all = subject.trial.steps(for: task, decisions) + changes.map(AuditStep.operatorChange)
    let policies = all.filter(\.isPolicy)
    let steps = all.filter { !$0.isPolicy }
    let others = steps.filter { !$0.isPatch }
    let governed = policies.isEmpty ? nil : reduced(others + policies, place, task)
    // A policy that the config asks for comes before patches.
    let isPlanned = policies.contains(.policy(isPlanned: true)) && governed != nil
    let main = isPlanned ? governed : reduced(steps, place, task)
    // A newer release is of interest where Flyte itself would have to be changed.
    guard main?.contains(where: \.isPatch) ?? true else {
      return AuditFix(proof: .tried, steps: main ?? [], otherwise: [])
    }
    let release = newer.lazy.compactMap { release in
      self.reduced(others + [.release(ByteText(release.name))], place, task)
    }.first
    guard let first = main ?? governed ?? release else { return nil }
    let isOther = main != nil || governed != nil
    return AuditFix(
      proof: .tried, steps: first, otherwise: isOther ? release ?? [] : [],
      governed: main == nil ? [] : governed ?? [])
  }

  /// True if a fix helps another pod as well.
  func helps(_ fix: AuditFix, _ place: PodPlace, _ task: JudgedTask) -> Bool {
    [fix.steps, fix.otherwise, fix.governed].allSatisfy { $0.isEmpty || admits($0, place, task) }
  }

  private func reduced(
    _ steps: [AuditStep], _ place: PodPlace, _ task: JudgedTask
  ) -> [AuditStep]? {
    guard admits(steps, place, task) else { return nil }
    var kept = steps
    for step in steps.reversed() {
      let fewer = kept.filter { $0 != step }
      if admits(fewer, place, task) { kept = fewer }
    }
    return kept
  }

  private func admits(_ steps: [AuditStep], _ place: PodPlace, _ task: JudgedTask) -> Bool {
    let judgment = judgment(steps)
    // Quotas come last: what helps against another judge may still leave too little room.
    return place.task(task, judgment, subject.bareClaim, hasQuotas: false).isAdmitted
  }

  private func judgment(_ steps: [AuditStep]) -> Judgment {
    if let known = judgments[steps] { return known }
    var deployment = subject.trial.deployment(taking: steps)
    if let release = AuditStep.release(of: steps) { deployment.plugins = release.plugins }
    for case .operatorChange(let change) in steps { deployment = change.applied(to: deployment) }
    let made = Judgment(deployment: deployment)
    judgments[steps] = made
    return made
  }
}

/// The place that a pod is made from: a template of a set, or a set without any.
struct PodPlace: Hashable {
  let set: Int
  /// Position in the set; nil: no template.
  let template: Int?

  /// A task that runs there, with its pods.
  func task(
    _ task: JudgedTask, _ judgment: Judgment, _ bareClaim: Claim?, hasQuotas: Bool = true
  ) -> TaskPods {
    let templates = judgment.deployment.templateSets[set].templates
    let position = template ?? 0
    let own =
      templates.indices.contains(position)
      ? templates[position] : .empty(judgment.deployment.defaultTemplate, claim: bareClaim)
    return judgment.judge(
      task, template: own, store: judgment.store(of: set).restarted(), set: set,
      hasQuotas: hasQuotas)
  }
}
