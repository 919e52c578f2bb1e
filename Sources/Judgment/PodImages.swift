public import Deployments
public import Flyte
import Operators
import PodAPI

/// An image that a container of a task's pods runs.
public struct PodImage: Sendable, Hashable {
  /// Who adds the container.
  public enum Source: Sendable, Hashable {
    /// The author of the task.
    case task
    case podTemplate
    /// Flyte, for co-pilot.
    case copilot
    /// Flyte, by itself.
    case flyte
    /// Flyte's plugin.
    case plugin
    case webhook
    /// An admission policy that changes pods.
    case policy
    /// An operator, by its name.
    case byOperator(ByteText)
  }

  /// The part that the pod has in its task.
  public let role: PodRole
  /// The container's name.
  public let container: ByteText
  /// The image.
  public let image: ByteText
  /// Who adds the container.
  public let source: Source
}

extension Judgment {
  /// The images of all containers of a task's pods, init containers first; empty where no pod is made.
  public func images(
    of task: JudgedTask, template: PodTemplate, store: TemplateStore, set: Int?
  ) -> [PodImage] {
    let stages = stages(of: task, template: template, store: store.restarted(), set: set)
    guard let plugin = task.plugin else {
      return stages.map { stages in
        Self.images(in: stages.kept.spec, .task) {
          stages.source(of: $0, hasCopilot: task.usesCopilot)
        }
      } ?? []
    }
    let own = governing(set, hasQuotas: false)
    let run = run(plugin, task, template, store: store.restarted(), claim: template.claim, own)
    let name = ByteText(deployment.operators[plugin.plugin]?.name ?? "")
    return run.pods.flatMap { pod -> [PodImage] in
      guard let made = pod.made, let kept = pod.fate.result(in: own).pod else { return [] }
      let sent = run.sent.first { $0.role == pod.role }
      return Self.images(in: kept.spec, pod.role) { part in
        guard part.object(of: made.spec, metadata: made.metadata) != nil else { return .policy }
        return Self.source(of: part, made: made, sent: sent, plain: stages) ?? .byOperator(name)
      }
    }
  }

  private static func images(
    in spec: PodObject, _ role: PodRole, _ source: (PodPart) -> PodImage.Source
  ) -> [PodImage] {
    [FieldName.initContainers, .containers].flatMap { list in
      (spec[list]?.items ?? []).compactMap(\.object).map { container in
        let name = ByteText(container.containerName)
        return PodImage(
          role: role, container: name, image: ByteText(container[.image]?.string ?? ""),
          source: source(list == .initContainers ? .initContainer(name) : .container(name)))
      }
    }
  }

  /// Who adds a container that an operator's pod has; nil: the operator.
  private static func source(
    of part: PodPart, made: RolePod, sent: RolePod?, plain: PodStages?
  ) -> PodImage.Source? {
    guard let sent, let name = part.container else { return nil }
    func first(_ pod: RolePod) -> String? {
      pod.spec[.containers]?.items.first?.object?.containerName
    }
    let isPrimary = !part.isInit && name == first(made)
    guard isPrimary || part.object(of: sent.spec, metadata: sent.metadata) != nil else {
      return nil
    }
    guard let plain, sent.copied.contains(.containers) else { return .plugin }
    let same = isPrimary ? PodPart.container(ByteText(plain.primaryContainer)) : part
    guard plain.built.part(same) != nil else { return .plugin }
    return plain.source(of: same, hasCopilot: false)
  }
}

extension PodStages {
  /// Who adds a container.
  fileprivate func source(of part: PodPart, hasCopilot: Bool) -> PodImage.Source {
    if asked.part(part) != nil { return .task }
    if completed.part(part) != nil { return hasCopilot ? .copilot : .flyte }
    if built.part(part) != nil { return .podTemplate }
    if admitted.part(part) != nil { return .webhook }
    return server.governed.part(part) != nil ? .policy : .flyte
  }
}
