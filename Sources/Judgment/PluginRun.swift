import Admission
import Deployments
import Flyte
import Judges
import Operators
import PodAPI
import PodSecurity
import Values

/// The making of a plugin's task: the pods that came of it, and the stages before.
struct PluginRun {
  /// A pod with what becomes of it.
  struct Pod {
    let role: PodRole
    let fate: PodFate
    /// The pod as the operator makes it; nil where none is made.
    var made: RolePod?
  }

  /// The pods; one without a pod where none is made.
  let pods: [Pod]
  /// The pod of a container task in its place; nil where Flyte makes none.
  let plain: BuiltPod?
  /// The templates in what Flyte sends.
  let sent: [RolePod]
  /// The operator as what makes a submitter that Flyte asks it not to make; nil: it makes none.
  var loss: String?

  /// True if all of them are let in.
  func isAdmitted(in own: Governing) -> Bool {
    pods.allSatisfy { $0.fate.result(in: own).isAdmitted }
  }

  /// A task of which nothing comes.
  static func nothing(_ result: PodCache.Result) -> PluginRun {
    PluginRun(pods: [Pod(role: .task, fate: .settled(result))], plain: nil, sent: [])
  }
}

extension Judgment {
  /// Has a plugin make its resource, the operator its pods, and the API server judge them.
  /// - Parameter kind: of the task.
  func run(
    _ kind: StandardPluginTask, _ task: JudgedTask, _ template: PodTemplate,
    store: TemplateStore, claim: Claim?, _ own: Governing
  ) -> PluginRun {
    guard let runner = deployment.operators[kind.plugin] else {
      return .nothing(.neverStarts("no operator of '\(kind.plugin.rawValue)' is named"))
    }
    let named = template.name == deployment.defaultTemplate ? nil : template.name
    let made = model.resource(
      for: kind.task(podTemplateName: named, deviceClass: task.deviceClass),
      plugins: deployment.plugins, operators: operatorSettings, execution: execution,
      in: Self.namespace,
      store: store.restarted())
    let resource: PluginResource
    switch made {
    case nil: return .nothing(.neverStarts("\(kind.plugin.rawValue) is not modeled"))
    case .failure(.message(let text))?: return .nothing(.notBuilt(.pluginFails(text)))
    case .failure(.crash)?:
      return .nothing(.notBuilt(.pluginFails("the plugin crashes")))
    case .success(let found)?: resource = found
    }
    let sent = resource.value
    switch runner.outcome(of: sent) {
    case .refused(let refusal): return .nothing(.refusedByOperator(refusal.words(runner)))
    case .pods(let pods):
      if let reason = runner.obstacle(to: sent) { return .nothing(.neverStarts(reason)) }
      let plain = try? model.pod(
        for: read(task, template), in: Self.namespace, store: store.restarted()
      ).get()
      return PluginRun(
        pods: pods.map {
          PluginRun.Pod(role: $0.role, fate: fate(of: $0, claim, own), made: $0)
        },
        plain: plain, sent: resource.pods.isEmpty ? Self.sparkPods(sent) : resource.pods,
        loss: runner.loss(of: sent))
    }
  }

  /// The pods that the fields of a `SparkApplication` without templates describe.
  private static func sparkPods(_ application: PlainValue) -> [RolePod] {
    let decoder = PodDecoder.newest
    return [PodRole.driver, .executor].compactMap { role in
      guard let fields = application["spec"]?[role.name] else { return nil }
      var container = PodObject()
      container.set(.name, "spark-kubernetes-\(role.name)")
      container[.securityContext] = fields["securityContext"].map {
        .object(decoder.decode($0, as: "SecurityContext"))
      }
      var spec = PodObject([.init(.containers, .list([.object(container)]))])
      spec[.securityContext] = fields["podSecurityContext"].map {
        .object(decoder.decode($0, as: "PodSecurityContext"))
      }
      return RolePod(role, metadata: PodObject(), spec: spec)
    }
  }

  /// An execution, of which only the label counts that policies know Flyte's pods by.
  private var execution: Execution {
    Execution(labels: PodMap(deployment.release.podLabels.prefix(1).map { ($0, .string("x")) }))
  }

  /// Metadata without that label: of what Flyte itself adds to it nothing is shown.
  private func shown(_ metadata: PodObject) -> PodObject {
    var result = metadata
    let kept = (metadata[.labels]?.map ?? PodMap()).entries.filter { entry in
      !execution.labels.entries.contains { $0.key == entry.key }
    }
    result[.labels] = kept.isEmpty ? nil : .map(PodMap(kept.map { ($0.key, $0.value) }))
    return result
  }

  private func fate(of made: RolePod, _ claim: Claim?, _ own: Governing) -> PodFate {
    let first = made.spec[.containers]?.items.first?.object?.containerName
    let sent = completed(made.spec, metadata: made.metadata, primaryContainer: first ?? "")
    return admit(sent, claim: claim, own, isLabeled: true).changingPod { pod in
      BuiltPod(
        metadata: shown(pod.metadata), spec: pod.spec, primaryContainer: pod.primaryContainer)
    }
  }

  /// The pods of a run with what decided their verdicts, which is said of one template.
  func judged(
    _ kind: StandardPluginTask, _ task: JudgedTask, _ template: PodTemplate, _ run: PluginRun,
    _ own: Governing
  ) -> TaskPods {
    let judged = run.pods.map { pod in
      let result = pod.fate.result(in: own)
      return self.judged(task, pod.role, template, result) { found, verdict in
        StageSearch(
          run: run, role: pod.role, made: found, runner: deployment.operators[kind.plugin],
          verdict: { self.verdict(on: $0, template.claim) },
          plainDecisions: { plain in
            DecisionSearch(
              deployment: deployment, model: model, template: template, task: task,
              read: read(task, template), pod: plain)
          }
        ).decisions(on: verdict)
      }
    }
    return TaskPods(judged[0], others: Array(judged.dropFirst()))
  }
}

extension OperatorRefusal {
  /// The refusal in words.
  func words(_ runner: Operator) -> String {
    switch self {
    case .notServed(let version): "\(runner.name) does not serve '\(version.text)'"
    case .templateUnreadable: "\(runner.name) has Spark read a pod template that it cannot read"
    case .containerMissing:
      "the webhook of \(runner.name) does not find Spark's container in the pod"
    case .fields(let fields):
      "the webhook of \(runner.name) takes none of these fields: \(fields.map(\.text).joined(separator: ", "))"
    }
  }
}
