public import Flyte
import Origins
import PodAPI
import PodSecurity
public import Setup

/// Works out the pods that Flyte makes of a setup, and judges them by the claims of its templates.
///
/// Namespaces with the same set of templates have the same pods, so a set is worked out once however
/// many namespaces have it.
public struct Judgement {
  /// What is judged.
  public let setup: ClusterSetup
  private let model: FlyteModel
  /// The tasks as the binary reads them, by the template that they name; read once a setup.
  private let tasks: [String: [StandardTask: TaskMemory]]

  /// Makes a judgement.
  /// - Parameter behaviours: of the binary; nil: of the one that runs now.
  public init(setup: ClusterSetup, behaviours: Behaviours? = nil) {
    self.setup = setup
    var settings = PluginSettings(reading: PlainValue(setup.settings))
    // A chart names the co-pilot image where nobody else does.
    if settings.copilot.image == nil, setup.chart != nil {
      settings.copilot.image = setup.release.chartCopilotImage
    }
    let model = FlyteModel(behaviours: behaviours ?? setup.running, settings: settings)
    let names = Set(setup.templateSets.flatMap { $0.templates.map(\.name) })
    tasks = Dictionary(
      uniqueKeysWithValues: names.map { name in
        let named = name == setup.defaultTemplate ? nil : name
        let read = StandardTask.allCases.map { ($0, model.read($0.shape(podTemplateName: named))) }
        return (name, Dictionary(uniqueKeysWithValues: read))
      })
    self.model = model
  }

  /// The pods of a set of templates: each template, by default and by name, with each shape of task.
  public func pods(of set: Int, tasks: [StandardTask] = StandardTask.allCases) -> [JudgedPod] {
    let store = store(of: set)
    return setup.templateSets[set].templates.flatMap { template in
      tasks.map { judge($0, template: template, store: store.restarted()) }
    }
  }

  /// One pod.
  /// - Parameter store: the templates, as Flyte has them; what tasks do to it stays done.
  public func judge(
    _ task: StandardTask, template: TemplateSetup, store: TemplateStore
  ) -> JudgedPod {
    let named = template.name == setup.defaultTemplate ? nil : template.name
    let read =
      tasks[template.name]?[task] ?? model.read(task.shape(podTemplateName: named))
    let name: String? = model.behaviours.ignoresTemplates ? nil : template.name
    switch model.pod(for: read, in: Self.namespace, store: store) {
    case .failure(let error):
      return JudgedPod(task: task, template: name, pod: nil, outcome: .notBuilt(error))
    case .success(let built):
      let kept = keep(built)
      return JudgedPod(
        task: task, template: name, pod: kept, outcome: outcome(kept, task, template))
    }
  }

  /// The templates of a set as the API server hands them out.
  public func store(of set: Int) -> TemplateStore {
    let decoder = PodDecoder(minor: setup.kubernetesMinor)
    let templates = setup.templateSets[set].templates.map { template in
      StoredTemplate(
        name: template.name, namespace: Self.namespace,
        metadata: decoder.decode(Self.metadata(template), as: "ObjectMeta"),
        spec: PodDefaults.template(decoder.decode(PlainValue(template.spec), as: "PodSpec")))
    }
    return TemplateStore(
      templates, defaultNamespace: setup.flyteNamespace, behaviours: model.behaviours)
  }

  /// Any namespace that has the templates; its name decides nothing.
  private static let namespace = "tasks"

  private static func metadata(_ template: TemplateSetup) -> PlainValue {
    .mapping([
      .init("labels", PlainValue(template.podLabels)),
      .init("annotations", PlainValue(template.podAnnotations)),
    ])
  }

  /// The pod without what the cluster's Kubernetes does not know, and with what it fills in.
  private func keep(_ built: BuiltPod) -> BuiltPod {
    let known =
      setup.kubernetesMinor >= model.behaviours.apiMinor
      ? built.spec : built.spec.known(to: setup.kubernetesMinor, as: "PodSpec")
    return BuiltPod(
      metadata: built.metadata, spec: PodDefaults.pod(known),
      primaryContainer: built.primaryContainer)
  }

  private func outcome(
    _ pod: BuiltPod, _ task: StandardTask, _ template: TemplateSetup
  ) -> JudgedPod.Outcome {
    let refusals = PodValidation.pod(metadata: pod.metadata, spec: pod.spec)
    guard refusals.isEmpty else { return .refused(refusals) }
    let level = template.claim.flatMap { PodSecurityLevel(rawValue: $0.level) } ?? .privileged
    // A server knows no version of the standard that is newer than itself.
    let minor = min(template.claim?.minor ?? setup.kubernetesMinor, setup.kubernetesMinor)
    let verdict = PodSecurity.evaluate(
      spec: pod.spec, annotations: pod.metadata[.annotations]?.map, level: level,
      version: .minor(minor))
    guard !verdict.isAllowed else { return .judged(verdict, []) }
    let search = DecisionSearch(
      setup: setup, behaviours: model.behaviours, template: template, task: task, pod: pod)
    return .judged(verdict, verdict.findings.flatMap { search.decisions(on: $0) })
  }
}
