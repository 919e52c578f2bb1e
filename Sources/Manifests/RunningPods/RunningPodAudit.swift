public import Audit
import Deployments
public import Diagnostics
import Flyte
import Judgment
import PodAPI
import PodSecurity
import Values

/// Holds the pods that run against what the model makes of a set-up: which PodTemplate reached each of
/// them, what differs, and who made it so.
public struct RunningPodAudit {
  private let deployment: Deployment
  private let claim: Claim
  private let judgment: Judgment
  private var expected: [Key: PodObject] = [:]

  /// A pod that the model makes.
  private struct Key: Hashable {
    let outline: PodOutline
    /// The set of templates and the position in it; nil: no template.
    let place: Place?

    struct Place: Hashable {
      let set: Int
      let template: Int
    }
  }

  /// The values that the pods of one group have in common.
  private struct Likeness: Hashable {
    @Bytewise var template: String?
    @Bytewise var expected: String?
    let verdict: AuditVerdict
    @Bytewise var message: String
    let differences: [RunningPods.Difference]
  }

  private struct Members {
    var pods = 0
    var namespaces: TextSet = []
    let example: String
  }

  /// Makes an audit of pods that run in a set-up.
  public init(_ setup: FoundSetup) {
    deployment = setup.subject.running
    claim = setup.claim
    judgment = Judgment(deployment: deployment)
  }

  /// Audits the pods of some files; nil after a fault.
  public mutating func run(
    _ files: [SourceFile], into diagnostics: inout DiagnosticList
  ) -> RunningPods? {
    let before = diagnostics.errorCount
    let pods = RunningPodReading.read(files, into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    var order: [Likeness] = []
    var members: [Likeness: Members] = [:]
    var plugins: TextMap<Int> = [:]
    var skipped = 0
    for pod in pods {
      switch pod.owner {
      case .others: skipped += 1
      case .plugin(let name): plugins[name, default: 0] += 1
      case .flyte:
        let likeness = likeness(of: pod)
        if members[likeness] == nil {
          order.append(likeness)
          members[likeness] = Members(example: "\(pod.namespace)/\(pod.name)")
        }
        members[likeness]?.pods += 1
        members[likeness]?.namespaces.insert(pod.namespace)
      }
    }
    return RunningPods(
      claim: "\(claim.level):\(claim.version)",
      groups: order.compactMap { likeness in
        members[likeness].map { group(likeness, $0) }
      },
      notModeled: plugins.keys.sorted().map { ($0, plugins[$0] ?? 0) }, skipped: skipped)
  }

  private func group(_ likeness: Likeness, _ members: Members) -> RunningPods.Group {
    RunningPods.Group(
      template: likeness.template, expected: likeness.expected, verdict: likeness.verdict,
      message: likeness.message, differences: likeness.differences, pods: members.pods,
      namespaces: members.namespaces.count, example: members.example)
  }

  private mutating func likeness(of pod: RunningPod) -> Likeness {
    let outline = PodOutline(pod, copilot: judgment.copilotPrefix)
    let usual = usual(in: pod.namespace)
    var best: (place: Key.Place?, differences: [RunningPods.Difference])?
    for place in places(in: pod.namespace, first: usual) {
      guard let made = made(outline, place) else { continue }
      let found = PodComparison(pod: pod, outline: outline, expected: made).differences
      if best.map({ found.count < $0.differences.count }) ?? true { best = (place, found) }
    }
    let verdict = PodSecurity.evaluate(
      spec: pod.spec, annotations: pod.annotations,
      level: PodSecurityLevel(named: claim.level) ?? .restricted,
      version: claim.minor.map { .minor($0) } ?? .latest, server: deployment.kubernetesMinor)
    return Likeness(
      template: best?.place.map(name), expected: usual.map(name),
      verdict: verdict.isAllowed ? .admitted : .refused,
      message: verdict.isAllowed ? "" : Self.nameless(verdict.text, pod),
      differences: best?.differences ?? [])
  }

  /// A message with the one name for containers that are called like their pod.
  private static func nameless(_ text: String, _ pod: RunningPod) -> String {
    pod.name.isEmpty
      ? text : text.replacing("\"\(pod.name)\"", with: "\"\(PodOutline.own.text)\"")
  }

  private func name(_ place: Key.Place) -> String {
    deployment.templateSets[place.set].templates[place.template].name
  }

  /// The sets that serve a namespace: its own, Flyte's, and templates that name no namespace.
  private func sets(for namespace: String) -> [Int] {
    let named = [namespace, deployment.flyteNamespace].compactMap { name in
      deployment.namespaces.first { $0.name == name }?.templateSet
    }
    let placed = Set(deployment.namespaces.map(\.templateSet))
    return named + deployment.templateSets.indices.filter { !placed.contains($0) }
  }

  /// The template that a task gets that names none.
  private func usual(in namespace: String) -> Key.Place? {
    guard !deployment.behaviors.ignoresTemplates else { return nil }
    for set in sets(for: namespace) {
      let templates = deployment.templateSets[set].templates
      if let template = templates.firstIndex(where: { $0.name == deployment.defaultTemplate }) {
        return Key.Place(set: set, template: template)
      }
    }
    return nil
  }

  /// The templates that may have reached a pod, the likeliest first; nil: none.
  private func places(in namespace: String, first: Key.Place?) -> [Key.Place?] {
    guard !deployment.behaviors.ignoresTemplates else { return [nil] }
    let all = sets(for: namespace).flatMap { set in
      deployment.templateSets[set].templates.indices.map { Key.Place(set: set, template: $0) }
    }
    return [first].compactMap { $0 } + all.filter { $0 != first } + [nil]
  }

  /// The spec that the model makes; nil where Flyte makes no pod.
  private mutating func made(_ outline: PodOutline, _ place: Key.Place?) -> PodObject? {
    let key = Key(outline: outline, place: place)
    if let known = expected[key] { return known }
    let judged =
      place.map { place in
        judgment.judge(
          outline.task, template: deployment.templateSets[place.set].templates[place.template],
          store: judgment.store(of: place.set), set: place.set)
      }
      ?? judgment.judge(
        outline.task, template: .empty(deployment.defaultTemplate, claim: claim),
        store: judgment.emptyStore, set: nil)
    expected[key] = judged.main.pod?.spec
    return judged.main.pod?.spec
  }
}
