import APIServer
import Admission
public import Deployments
public import Flyte
import Judges
import PodAPI
import Values

/// A pod at each stage of its making.
struct PodStages {
  /// A pod's spec and its metadata.
  struct Stage {
    let spec: PodObject
    let metadata: PodObject

    init(_ pod: BuiltPod) { (spec, metadata) = (pod.spec, pod.metadata) }

    init(spec: PodObject, metadata: PodObject) {
      self.spec = spec
      self.metadata = metadata
    }

    /// A part of it.
    func part(_ part: PodPart) -> PodObject? { part.object(of: spec, metadata: metadata) }
  }

  /// As its author asks for it.
  let asked: Stage
  /// With what Flyte adds before a template meets it.
  let completed: Stage
  /// As Flyte makes it.
  let built: Stage
  /// With what the API server fills in before its webhooks.
  let sent: Stage
  /// After the secret webhook.
  let admitted: Stage
  /// After the policies that change pods.
  let governed: Stage
  /// With the defaults of LimitRanges.
  let limited: Stage
  /// As the SCC that wins changes it.
  let constrained: Stage
  /// As the API server keeps it.
  let kept: Stage
  /// The container that is the task.
  let primaryContainer: String
}

extension Judgment {
  /// A pod stage by stage; nil where Flyte or the secret webhook makes none.
  func stages(
    of task: JudgedTask, template: PodTemplate, store: TemplateStore, set: Int?
  ) -> PodStages? {
    let read = read(task, template)
    guard case .success(let built) = model.pod(for: read, in: Self.namespace, store: store) else {
      return nil
    }
    let sent = complete(built, of: read)
    guard case .pod(let admitted, _) = secrets.answer(to: sent, for: task) else { return nil }
    let governed = governed(admitted, in: set)
    let metadata = read.askedMetadata
    let own = governing(set)
    let (limited, constrained) =
      own.rules.isEmpty
      ? (governed, governed) : own.admission(template.claim).stages(of: governed)
    return PodStages(
      asked: .init(spec: read.asked, metadata: metadata),
      completed: .init(spec: read.completed ?? read.asked, metadata: metadata),
      built: .init(built), sent: .init(sent), admitted: .init(admitted),
      governed: .init(governed), limited: .init(limited), constrained: .init(constrained),
      kept: .init(keep(constrained).pod), primaryContainer: built.primaryContainer)
  }

  /// The origins of a pod's fields; nil where no pod is made.
  public func origins(
    of task: JudgedTask, template: PodTemplate, store: TemplateStore, set: Int?
  ) -> PodOrigins? {
    stages(of: task, template: template, store: store, set: set).map { stages in
      let decoder = PodDecoder(minor: deployment.kubernetesMinor)
      return PodOrigins(
        deployment: deployment, model: model, template: template, task: task, stages: stages,
        set: set, policy: policy(in: set)?.name, rules: rules(in: set),
        stored: PodDefaults.template(
          decoder.decode(PlainValue(template.spec), as: "PodSpec")))
    }
  }
}
