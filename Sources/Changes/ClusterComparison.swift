import Deployments
import Flyte
import Judgment
import Values

/// Compares a cluster before and after: what is written, and what its pods make of it.
struct ClusterComparison {
  private let before: ComparedCluster
  private let after: ComparedCluster
  private(set) var findings: [Finding] = []
  private(set) var admissions: [ChangeReport.Admission] = []
  let groups: [NamespaceGroups.Group]

  private let pairs: [TemplatePair]
  private var effects: [LocatedEffect] = []
  /// The effects that something that is listed explains.
  private var explained: Set<Int> = []

  init(_ before: ComparedCluster, _ after: ComparedCluster) {
    self.before = before
    self.after = after
    groups = NamespaceGroups(before.deployment.namespaces, after.deployment.namespaces).groups
    pairs = TemplatePair.pairs(of: groups, before.deployment, after.deployment)
    namespaces()
    templates()
    let all = groups.indices.filter { groups[$0].before != nil && groups[$0].after != nil }
    let (old, new) = (before.deployment, after.deployment)
    let values = ValuesChanges(old, new, groups: all)
    let settings = SettingChanges.findings(old, new, groups: all) + values.settings
    findings += settings.map { $0.effect == .hidden ? $0 : explain($0, in: nil) }
    facts(all, values.others)
    findings += OverlayChanges.findings(
      before.overlay, after.overlay, besides: findings, groups: all)
    leftOver()
    Cancellation.apply(to: &findings)
  }

  /// The differences between pods.
  var pods: [PodChange] {
    PodChangeFolding.changes(effects, pairs: pairs, groups: groups)
  }

  /// Namespaces that come and go, and with them the claim about their pods.
  private mutating func namespaces() {
    for (index, group) in groups.enumerated() where group.before == nil || group.after == nil {
      let claims = { (deployment: Deployment, set: Int?) -> [Claim?] in
        set.map { deployment.templateSets[$0].templates.map(\.claim) } ?? []
      }
      let old = claims(before.deployment, group.before)
      let new = claims(after.deployment, group.after)
      let server = after.deployment.kubernetesMinor
      let stated = Meaning.together(
        old.map { ClaimOrder.meaning($0, nil, server: server) }
          + new.map { ClaimOrder.meaning(nil, $0, server: server) })
      func words(_ claims: [Claim?], _ exists: Bool) -> PlainValue? {
        guard exists else { return nil }
        let texts = TextSet(claims.map { $0.map { "\($0.level):\($0.version)" } ?? "no claim" })
        return .string(texts.sorted().joined(separator: ", "))
      }
      let deployment = group.after == nil ? before.deployment : after.deployment
      let first = deployment.namespaces.first { $0.name == group.names.first }
      findings.append(
        Finding(
          .namespace,
          ValueChange(
            path: ChangePath(fields: ["namespaces"]), before: words(old, group.before != nil),
            after: words(new, group.after != nil)),
          stated: stated, groups: [index],
          origin: group.after == nil ? nil : first?.origin))
    }
  }

  private mutating func templates() {
    let tasks = PodsOfSets.tasks(of: before.deployment, after.deployment)
    var old = PodsOfSets(before.deployment, tasks: tasks)
    var new = PodsOfSets(after.deployment, tasks: tasks)
    let isSameRuntime = SameRuntime.holds(before.deployment, after.deployment)
    for (number, pair) in pairs.enumerated() {
      guard let from = pair.before, let to = pair.after else {
        single(pair, &old, &new)
        continue
      }
      let changes = TemplateChanges(pair, server: after.deployment.kubernetesMinor).findings
      let hasSameRules =
        before.deployment.templateSets[from.set].rules
        == after.deployment.templateSets[to.set].rules
      guard !changes.isEmpty || !isSameRuntime || !hasSameRules else { continue }
      let search = EffectSearch(old.pods(of: from), new.pods(of: to))
      add(search, of: pair, number)
      findings += changes.map { explain($0, in: number) }
    }
  }

  private mutating func add(_ search: EffectSearch, of pair: TemplatePair, _ number: Int) {
    let namespace = pair.groups.first.flatMap { groups[$0].names.first }
    effects += search.effects.map {
      LocatedEffect(
        effect: $0, cluster: after.deployment.name, namespace: namespace, template: pair.name,
        pair: number)
    }
    admissions += search.admissions.map { admission in
      ChangeReport.Admission(
        cluster: after.deployment.name, template: pair.name, task: admission.task,
        isAdmitted: !admission.wasAdmitted, namespaces: pair.groups.flatMap { groups[$0].names })
    }
  }

  /// A named template that comes or goes: its pods are held against those of the default template,
  /// which tasks have instead.
  private mutating func single(
    _ pair: TemplatePair, _ old: inout PodsOfSets, _ new: inout PodsOfSets
  ) {
    let isNew = pair.before == nil
    guard let place = pair.after ?? pair.before else { return }
    let meanings: [Effect]
    if isNew {
      meanings = EffectSearch(new.defaults(beside: place), new.pods(of: place)).effects
    } else {
      meanings = EffectSearch(old.defaults(beside: place), old.pods(of: place)).effects
    }
    let known = Set(meanings.map(\.meaning)).subtracting([.neutral, .tightened])
    let choice = Meaning.together(known.contains(.loosened) ? [.loosened] : Array(known))
    let name = PlainValue.string(place.template.name)
    var finding = Finding(
      .template,
      ValueChange(
        path: ChangePath(fields: ["podTemplates"]).entry(place.template.name),
        before: isNew ? nil : name, after: isNew ? name : nil),
      stated: isNew ? choice : choice.reversed, groups: pair.groups,
      template: place.template.name, profiles: place.template.profiles)
    if isNew { finding.origin = OriginSearch.origin(of: ChangePath(), in: place.template.spec) }
    findings.append(finding)
  }

  /// A finding with what shows of it in pods.
  /// - Parameter pair: the pair of templates it is of; nil: it is of the whole cluster.
  private mutating func explain(_ finding: Finding, in pair: Int?) -> Finding {
    guard let field = finding.field else { return finding }
    var finding = finding
    let places = effects.indices.filter {
      (pair == nil || effects[$0].pair == pair) && effects[$0].isAbout(field)
    }
    explained.formUnion(places)
    finding.take(places.map { effects[$0] })
    // A setting is everybody's, and shows only where no template says the same.
    let shown = Set(places.map { effects[$0].pair })
    if pair == nil, !shown.isEmpty {
      finding.groups = Set(shown.flatMap { pairs[$0].groups }).sorted()
    }
    return finding
  }

  /// Facts of the setup, of which those that shape pods have the meaning of what nothing else explains.
  private mutating func facts(
    _ all: [Int], _ values: [(change: ValueChange, origin: Origin?)]
  ) {
    let (old, new) = (before.deployment, after.deployment)
    let facts = FactChanges(
      before.facts, after.facts, groups: all, values: values,
      operators: RuleChanges.operators(old, new),
      rules: RuleChanges.changes(old, new, groups))
    findings += PatchChanges.findings(before, after, hasOtherSources: facts.hasOtherSources)
    let start = findings.count
    findings += facts.findings
    let rest = effects.indices.filter { !explained.contains($0) }
    for (cause, numbers) in facts.causes {
      let trial = facts.causes.count == 1 ? nil : CauseTrial(cause, before, after, pairs)
      let shown = rest.filter { trial?.shows(effects[$0]) ?? true }
      explained.formUnion(shown)
      let found = shown.map { effects[$0] }.filter { cause != .flyte || !$0.effect.isFlytesOwn }
      for number in numbers {
        // What namespaces have of their own shows in their own pods alone.
        let own = Set(findings[start + number].groups)
        findings[start + number].takeAll(
          found.filter { cause != .rules || !own.isDisjoint(with: pairs[$0.pair].groups) })
      }
    }
  }

  /// Adds changes of their own for the differences between pods that nothing explains.
  private mutating func leftOver() {
    var seen: Set<ValueChange> = []
    for (number, effect) in effects.enumerated()
    where !explained.contains(number) && effect.effect.meaning != .neutral {
      let witness = effect.witness
      let value = ValueChange(
        path: ChangePath(fields: ["pod", witness.field]), before: effect.effect.before,
        after: effect.effect.after)
      guard seen.insert(value).inserted else { continue }
      var finding = Finding(
        .pod, value, stated: effect.effect.meaning, groups: pairs[effect.pair].groups,
        effect: .shown(effect.effect.meaning), template: effect.template)
      finding.witness = witness
      findings.append(finding)
    }
  }
}

extension Finding {
  /// Takes the meaning of everything that shows in pods.
  fileprivate mutating func takeAll(_ effects: [LocatedEffect]) {
    let serious = effects.filter { $0.effect.meaning != .neutral }
    let own = stated == .neutral ? [] : [stated]
    meaning = Meaning.together(own + serious.map(\.effect.meaning))
    stated = meaning
    effect = serious.isEmpty ? .none : .shown(meaning)
    witness = (serious.first { $0.effect.meaning == .loosened } ?? serious.first)?.witness
  }
}

extension Effect {
  /// True if every release has its own: the image of co-pilot, and its arguments.
  fileprivate var isFlytesOwn: Bool {
    guard case .field(let path) = subject, case .field(let name)? = path.steps.first else {
      return false
    }
    return ["image", "args", "command", "env", "envFrom", "workingDir"].contains(name.text)
  }
}
