import Deployments
import Flyte
import Judges
import Judgment
import Reports
import Values

/// The input of the rules: a cluster as it runs, with all its pods.
struct FindingContext {
  /// A PodTemplate, or none, with its pods, wherever it is.
  struct Line {
    let scope: FindingScope
    /// A set that has it.
    let set: Int
    let template: PodTemplate?
    /// One for each shape of task of which Flyte makes a pod.
    let pods: [FoundPod]
  }

  let deployment: Deployment
  /// Each different template once.
  let lines: [Line]
  /// The names of the templates of each set, and the namespaces that have them.
  let sets: [(templates: TextSet, namespaces: [String])]
  /// The values of profiles that have no effect; nil if no profiles are known.
  let lost: [LostValue]?
  /// `plugins.k8s` as it is in effect.
  let effective: PlainValue
  /// The same as Flyte reads it.
  let settings: PluginSettings
  /// Every pod with its line.
  let pods: [(line: Line, pod: FoundPod)]
  /// Flyte as it builds pods here, for rules that let it build more.
  let model: FlyteModel
  private let judgment: Judgment
  /// The patches that pods need and that cannot be made.
  var withoutSource: [String] = []
  /// The place where the config names the Flyte version.
  var place: ReportPlace?
  /// The acceptances; after all other rules it is known which of them accept something.
  var acceptances = Acceptances([], today: nil)

  var behaviors: Behaviors { deployment.behaviors }
  var version: String { deployment.version }

  /// The templates of a line, as Flyte has them when it starts.
  func store(of line: Line) -> TemplateStore { judgment.store(of: line.set).restarted() }

  /// The pod of a task with the template of a line, in the namespaces of another set; nil: there is no
  /// template.
  func guest(_ task: JudgedTask, of line: Line, in set: Int) -> JudgedPod? {
    line.template.map {
      judgment.judge(task, template: $0, store: store(of: line), in: set)
    }
  }

  /// The template of a line as a task names it; nil: it is the default one.
  func name(of line: Line) -> String? {
    line.template?.name == deployment.defaultTemplate ? nil : line.template?.name
  }

  /// The namespaces' own rules, with these namespaces. The scopes are numbered behind those of
  /// the lines.
  var ruled: [(rules: NamespaceRules, scope: FindingScope)] {
    deployment.templateSets.enumerated().compactMap { index, set in
      guard !set.rules.isEmpty else { return nil }
      return (
        set.rules,
        FindingScope(
          number: lines.count + index, templates: [], namespaces: sets[index].namespaces)
      )
    }
  }

  /// True if SCCs of the platform give containers their users.
  var assignsUsers: Bool { deployment.platform == "openshift" }

  /// Returns everything that rules find, equal findings together, the worst first. The kinds are in the
  /// order in which they can be known: what accepts nothing comes last.
  func findings() -> [AuditFinding] {
    var context = self
    return FindingRule.all.enumerated().flatMap { order, rule in
      let found = rule.find(context)
      return context.acceptances.split(found, of: rule.kind).flatMap { acceptance, findings in
        FindingFold.fold(findings, of: rule.kind, acceptance).map { (order, $0) }
      }
    }.sorted { left, right in
      let (first, second) = (left.1.severity, right.1.severity)
      return first == second ? left.0 < right.0 : first > second
    }.map { $0.1 }
  }
}

extension FindingContext {
  /// The pods of a template in a set.
  struct Judged {
    let set: Int
    let template: PodTemplate?
    let namespaces: [String]
    let pods: [JudgedPod]
  }

  /// A template's place: the first set that has it, and its name.
  private struct Slot: Hashable {
    let set: Int
    let template: ByteText?

    init(_ judged: Judged, in deployment: Deployment) {
      set = deployment.templateSets[judged.set].like ?? judged.set
      template = judged.template.map { ByteText($0.name) }
    }
  }

  /// Looks at the pods of a cluster, the same template once.
  init(_ deployment: Deployment, _ all: [Judged], lost: [LostValue]?) {
    self.deployment = deployment
    self.lost = lost
    effective = deployment.effectiveSettings
    let settings = deployment.pluginSettings
    self.settings = settings
    model = FlyteModel(behaviors: deployment.behaviors, settings: settings)
    judgment = Judgment(deployment: deployment)
    var positions: [PodTemplate?: Int] = [:]
    // Sets that are alike have the same template under a name.
    var known: [Slot: Int] = [:]
    var groups: [(first: Judged, namespaces: [String])] = []
    var sets: [(templates: TextSet, namespaces: [String])] = deployment.templateSets.map {
      (TextSet($0.templates.map(\.name)), [])
    }
    for namespace in deployment.namespaces {
      sets[namespace.templateSet].namespaces.append(namespace.name)
    }
    for judged in all {
      let slot = Slot(judged, in: deployment)
      let position = known[slot] ?? positions[judged.template] ?? groups.count
      if position == groups.count {
        groups.append((judged, []))
        positions[judged.template] = position
      }
      known[slot] = position
      groups[position].namespaces += judged.namespaces
    }
    self.sets = sets
    lines = groups.enumerated().map { number, group in
      let first = group.first
      return Line(
        scope: FindingScope(
          number: number, templates: [first.template?.name].compactMap { $0 },
          namespaces: group.namespaces), set: first.set, template: first.template,
        pods: first.pods.compactMap { FoundPod($0, copilotPrefix: settings.copilot.name) })
    }
    pods = lines.flatMap { line in line.pods.map { (line, $0) } }
  }
}
