import APIServer
import Admission
public import Deployments
public import Flyte
import Judges
import PodAPI
import PodSecurity
import Values

/// Works out the pods that Flyte makes of a deployment, and judges them by the claims of its templates.
///
/// Namespaces with the same set of templates have the same pods, and what a template makes of a task
/// is worked out once, however many sets and namespaces have it.
public struct Judgment {
  /// The deployment that is judged.
  public let deployment: Deployment
  let model: FlyteModel
  let operatorSettings: OperatorSettings
  private let tasks = TaskCache()
  let server: Server
  let secrets: SecretAdmission
  let policies: PolicyAdmission
  let memory = PodCache()
  let sets = SetMemory()

  /// Makes a judgment.
  /// - Parameter behaviors: of the binary; nil: of the one that runs now.
  public init(deployment: Deployment, behaviors: Behaviors? = nil) {
    self.deployment = deployment
    server = Server(deployment.kubernetes)
    let settings = deployment.pluginSettings
    model = FlyteModel(behaviors: behaviors ?? deployment.behaviors, settings: settings)
    operatorSettings = deployment.operatorSettings
    secrets = SecretAdmission(deployment: deployment, behaviors: model.behaviors)
    policies = PolicyAdmission(deployment)
  }

  /// The tasks of a set of templates: each template, by default and by name, with each task.
  public func tasks(of set: Int, _ tasks: [JudgedTask]) -> [TaskPods] {
    let known = known(set)
    let own = governing(set)
    return zip(deployment.templateSets[set].templates, known.numbers).flatMap {
      self.tasks(of: $0, $1, tasks, known.store, own)
    }
  }

  /// The pods of all these tasks.
  public func pods(of set: Int, tasks: [JudgedTask]) -> [JudgedPod] {
    self.tasks(of: set, tasks).flatMap(\.pods)
  }

  /// The pods of a set of templates with standard shapes of tasks.
  public func pods(
    of set: Int, tasks: [StandardTask] = StandardTask.withoutSecrets
  ) -> [JudgedPod] {
    pods(of: set, tasks: tasks.map(JudgedTask.standard))
  }

  /// Every PodTemplate of the cluster once, with the namespaces that have it and its pods. Quotas do not
  /// count: what is left of them is no matter of templates.
  public func templates(tasks: [StandardTask] = StandardTask.withoutSecrets) -> [JudgedTemplate] {
    templates(judging: tasks.map(JudgedTask.standard))
  }

  /// Every PodTemplate of the cluster once, with the namespaces that have it and the pods of tasks.
  public func templates(judging tasks: [JudgedTask]) -> [JudgedTemplate] {
    var places: [Int: [String]] = [:]
    for namespace in deployment.namespaces {
      places[namespace.templateSet, default: []].append(namespace.name)
    }
    // The same template may stand under different policies.
    var positions: [GovernedTemplate: Int] = [:]
    var found: [JudgedTemplate] = []
    for (set, templates) in deployment.templateSets.enumerated() {
      let names = places[set] ?? []
      let known = known(set)
      let own = governing(set, hasQuotas: false)
      for (template, number) in zip(templates.templates, known.numbers) {
        let key = own.key(of: number)
        if let position = positions[key] {
          found[position].namespaces += names
        } else {
          positions[key] = found.count
          found.append(
            JudgedTemplate(
              template: template, namespaces: names,
              tasks: self.tasks(of: template, number, tasks, known.store, own)))
        }
      }
    }
    for index in found.indices {
      found[index].namespaces.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return found
  }

  /// One task.
  /// - Parameters:
  ///   - store: the templates, as Flyte has them; what tasks do to it stays done.
  ///   - set: the set of templates of the namespace, for what governs it; nil: nothing does.
  ///   - hasQuotas: whether its quotas count.
  public func judge(
    _ task: JudgedTask, template: PodTemplate, store: TemplateStore, set: Int?,
    hasQuotas: Bool = true
  ) -> TaskPods {
    let own = governing(set, hasQuotas: hasQuotas)
    if let plugin = task.plugin {
      return judged(
        plugin, task, template,
        run(plugin, task, template, store: store, claim: template.claim, own), own)
    }
    let fate = receive(
      send(task, read(task, template), store: store), claim: template.claim, own)
    return TaskPods(judged(task, template, fate.result(in: own)))
  }

  /// A task whose pod goes to the namespaces of another set: the claim and all that governs pods are theirs.
  /// - Parameter set: of the pod's namespace.
  public func judge(
    _ task: JudgedTask, template: PodTemplate, store: TemplateStore, in set: Int
  ) -> JudgedPod {
    let own = governing(set)
    let claim = deployment.templateSets[set].templates.first?.claim
    let fate = receive(send(task, read(task, template), store: store), claim: claim, own)
    return judged(task, template, fate.result(in: own))
  }

  /// Returns whether all pods of a task are let in; nothing is found out about why not. Amounts do not
  /// count: no patch and no policy changes them, and what is left of a quota differs from day to day.
  func admits(
    _ task: JudgedTask, template: PodTemplate, store: TemplateStore, set: Int
  ) -> Bool {
    let own = governing(set, hasQuotas: false, hasLimits: false)
    if let plugin = task.plugin {
      return run(plugin, task, template, store: store, claim: template.claim, own)
        .isAdmitted(in: own)
    }
    return receive(send(task, read(task, template), store: store), claim: template.claim, own)
      .result(in: own).isAdmitted
  }

  func read(_ task: JudgedTask, _ template: PodTemplate) -> DecodedTask {
    tasks.read(task, template: template.name) {
      let named = template.name == deployment.defaultTemplate ? nil : template.name
      return model.read(task.shape(podTemplateName: named))
    }
  }

  /// A result with what decided it, which is said of one template.
  func judged(
    _ task: JudgedTask, _ template: PodTemplate, _ result: PodCache.Result
  ) -> JudgedPod {
    judged(task, .task, template, result) { pod, verdict in
      let search = DecisionSearch(
        deployment: deployment, model: model, template: template, task: task,
        read: read(task, template), pod: pod)
      return verdict.findings.flatMap { search.decisions(on: $0) }
    }
  }

  /// The same for a pod of any role.
  /// - Parameter decisions: says what decided a verdict.
  func judged(
    _ task: JudgedTask, _ role: PodRole, _ template: PodTemplate, _ result: PodCache.Result,
    _ decisions: (BuiltPod, Verdict) -> [JudgedPod.Decision]
  ) -> JudgedPod {
    let name: String? = model.behaviors.ignoresTemplates ? nil : template.name
    func judged(
      _ pod: BuiltPod?, _ outcome: JudgedPod.Outcome, missing: String? = nil
    ) -> JudgedPod {
      JudgedPod(
        task: task, role: role, template: name, pod: pod, outcome: outcome, missingSecret: missing)
    }
    switch result {
    case .notBuilt(let error): return judged(nil, .notBuilt(error))
    case .refused(let pod, let refusals): return judged(pod, .refused(refusals))
    case .refusedByWebhook(let pod, let message): return judged(pod, .refusedByWebhook(message))
    case .refusedByOperator(let words): return judged(nil, .refusedByOperator(words))
    case .neverStarts(let words): return judged(nil, .neverStarts(words))
    case .refusedByPolicy(let pod, let message): return judged(pod, .refusedByPolicy(message))
    case .refusedByJudge(let pod, let refusal, let others):
      let verdict: Verdict? =
        switch refusal {
        case .podSecurity(let refused): refused.verdict
        // What a plugin carries is held against Pod Security alone.
        case .constraints(let refused): task.plugin == nil ? refused.findings(in: pod) : nil
        case .server, .limits, .policy, .quota: nil
        }
      return judged(
        pod,
        .refusedByJudge(refusal, otherwise: others, verdict.map { decisions(pod, $0) } ?? []))
    case .judged(let pod, let verdict, let missing):
      return judged(
        pod, .judged(verdict, verdict.isAllowed ? [] : decisions(pod, verdict)), missing: missing)
    }
  }

  /// A store without templates.
  public var emptyStore: TemplateStore {
    TemplateStore([], defaultNamespace: deployment.flyteNamespace, behaviors: model.behaviors)
  }

  /// The prefix of the names of co-pilot's containers.
  public var copilotPrefix: String { model.settings.copilot.name }

  /// The templates of a set as the API server hands them out.
  public func store(of set: Int) -> TemplateStore { known(set).store.restarted() }

  func known(_ set: Int) -> SetMemory.Known {
    sets.known(set, deployment.templateSets[set]) { decodedStore(of: set) }
  }

  private func decodedStore(of set: Int) -> TemplateStore {
    let decoder = PodDecoder(minor: deployment.kubernetesMinor)
    let templates = deployment.templateSets[set].templates.map { template in
      StoredTemplate(
        name: template.name, namespace: Self.namespace,
        metadata: decoder.decode(Self.metadata(template), as: "ObjectMeta"),
        spec: PodDefaults.template(decoder.decode(PlainValue(template.spec), as: "PodSpec")))
    }
    return TemplateStore(
      templates, defaultNamespace: deployment.flyteNamespace, behaviors: model.behaviors)
  }

  /// Any namespace that has the templates; its name decides nothing.
  public static let namespace = "tasks"

  private static func metadata(_ template: PodTemplate) -> PlainValue {
    .mapping([
      .init("labels", PlainValue(template.podLabels)),
      .init("annotations", PlainValue(template.podAnnotations)),
    ])
  }
}
