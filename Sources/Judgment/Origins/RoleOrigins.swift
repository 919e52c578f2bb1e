import Admission
public import Deployments
public import Flyte
import Judges
import Operators
import PodAPI
import Values

/// Finds the origins of the fields of pods that an operator makes.
///
/// The pod of a container task stands below what Flyte's plugin sends, that below what the operator
/// makes, and that below the pod as the API server keeps it. A value belongs to the lowest stage that has
/// it.
public struct RoleOrigins {
  /// One pod at its stages.
  private struct Pod {
    let role: PodRole
    let kept: BuiltPod
    /// From the pod with what the API server fills in by itself.
    let server: ServerStages
    let made: RolePod
    let sent: RolePod?
  }

  private let pods: [Pod]
  private let plain: PodOrigins?
  private let runner: ByteText

  typealias Saying = FieldOrigin.Saying

  /// The roles, in the order in which their pods are told.
  public var roles: [PodRole] { pods.map(\.role) }

  fileprivate init(
    _ judgment: Judgment, _ run: PluginRun, in own: Governing, plain: PodOrigins?, runner: String,
    claim: Claim?, set: Int?
  ) {
    self.plain = plain
    self.runner = ByteText(runner)
    pods = run.pods.compactMap { pod in
      guard let made = pod.made, let kept = pod.fate.result(in: own).pod else { return nil }
      let completed = judgment.completed(
        made.spec, metadata: made.metadata, primaryContainer: kept.primaryContainer)
      return Pod(
        role: pod.role, kept: kept,
        server: judgment.serverStages(of: completed, claim: claim, set: set, isLabeled: true),
        made: made,
        sent: run.sent.first { $0.role == pod.role })
    }
  }

  private func pod(_ role: PodRole) -> Pod? { pods.first { $0.role == role } }

  /// A search for fields in the pod of a role.
  public func search(in role: PodRole) -> FieldSearch {
    guard let pod = pod(role) else { return FieldSearch(parts: [], primaryContainer: "") { [] } }
    let parts = Self.parts(of: pod.kept)
    return FieldSearch(parts: parts, primaryContainer: pod.kept.primaryContainer) {
      parts.flatMap { part in
        part.object(of: pod.kept.spec, metadata: pod.kept.metadata).map {
          PodField.leaves(of: $0, part).map(\.path)
        } ?? []
      }
    }
  }

  /// The fields that a path leads to in the pod of a role; the path itself if it holds nothing.
  public func leaves(of path: PodField, in role: PodRole) -> [PodField] {
    let object = pod(role).flatMap {
      path.part.object(of: $0.kept.spec, metadata: $0.kept.metadata)
    }
    let below = (object.map { PodField.leaves(of: $0, path.part) } ?? []).map(\.path)
      .filter { path.leads(to: $0) }
    return below.isEmpty ? [path] : below
  }

  private static func parts(of pod: BuiltPod) -> [PodPart] {
    func names(_ list: FieldName) -> [ByteText] {
      (pod.spec[list]?.items ?? []).compactMap(\.object).map { ByteText($0.containerName) }
    }
    return [.metadata, .spec] + names(.initContainers).map(PodPart.initContainer)
      + names(.containers).map(PodPart.container)
  }

  /// A field of the pod of a role, whether the pod has it or not.
  public func origin(of path: PodField, in role: PodRole) -> FieldOrigin {
    guard let pod = pod(role) else {
      return FieldOrigin(path: path, value: nil, makers: [], lost: [])
    }
    func value(_ spec: PodObject, _ metadata: PodObject, _ part: PodPart) -> PodValue? {
      path.value(in: part.object(of: spec, metadata: metadata))
    }
    let kept = value(pod.kept.spec, pod.kept.metadata, path.part)
    let made = value(pod.made.spec, pod.made.metadata, path.part)
    func found(
      _ source: FieldOrigin.Source, _ lost: [Saying], at origin: Origin? = nil
    ) -> FieldOrigin {
      let maker = kept.map { Saying(source: source, value: $0, origin: origin, reason: nil) }
      return FieldOrigin(
        path: path, value: kept, makers: [maker].compactMap { $0 }, lost: lost)
    }
    func saying(_ source: FieldOrigin.Source, _ value: PodValue?, _ reason: String?) -> [Saying] {
      value.map { [Saying(source: source, value: $0, origin: nil, reason: reason)] } ?? []
    }
    let firstOfMade = Self.first(pod.made.spec)
    let sentPart = moved(path.part, from: firstOfMade, to: pod.sent.flatMap { Self.first($0.spec) })
    let sent = pod.sent.flatMap { value($0.spec, $0.metadata, sentPart) }
    let (own, below) = plainOrigin(path, sentPart, pod)
    guard made == kept else {
      let changes = pod.server.changes(of: path)
      let isDropped = kept == nil && path.value(in: pod.server.admitted.part(path.part)) == nil
      return found(
        changes.first?.source ?? .apiServer,
        saying(.byOperator(runner), made, isDropped ? "Kubernetes does not know it" : nil),
        at: changes.first?.origin)
    }
    guard pod.sent != nil, sent == made else {
      let reason = made == nil ? "\(runner.text) drops it" : nil
      // Who sends it is known where the plugin carries it from the task's own pod.
      let senders =
        own?.value == sent && sent != nil
        ? (own?.makers ?? []).map {
          Saying(source: $0.source, value: $0.value, origin: $0.origin, reason: reason)
        } : saying(.plugin, sent, reason)
      return found(.byOperator(runner), senders)
    }
    guard let own, own.value == sent else {
      let reason = sent == nil ? "Flyte's plugin does not carry it" : nil
      return found(.plugin, below(reason))
    }
    return FieldOrigin(path: path, value: kept, makers: own.makers, lost: own.lost)
  }

  /// The field in the pod of a container task, and its makers as those that lost.
  private func plainOrigin(
    _ path: PodField, _ sentPart: PodPart, _ pod: Pod
  ) -> (own: FieldOrigin?, lost: (String?) -> [Saying]) {
    let isContainers = sentPart.container != nil
    guard let plain, pod.sent?.copied.contains(isContainers ? .containers : .pod) ?? false else {
      return (nil, { _ in [] })
    }
    let part = moved(
      sentPart, from: pod.sent.flatMap { Self.first($0.spec) }, to: plain.primaryContainer)
    let own = plain.origin(of: PodField(part, path.steps))
    return (
      own,
      { reason in
        own.makers.map {
          Saying(
            source: $0.source, value: $0.value, origin: $0.origin, reason: reason ?? $0.reason)
        } + own.lost
      }
    )
  }

  private static func first(_ spec: PodObject) -> String? {
    spec[.containers]?.items.first?.object?.containerName
  }

  /// The same container in the stage before, where it may have another name.
  private func moved(_ part: PodPart, from name: String?, to other: String?) -> PodPart {
    guard case .container(let own) = part, let name, let other, own.text == name else {
      return part
    }
    return .container(ByteText(other))
  }
}

extension Judgment {
  /// The origins of the fields of a plugin's pods; nil where none is made.
  public func origins(
    ofRoles task: JudgedTask, template: PodTemplate, store: TemplateStore, set: Int?
  ) -> RoleOrigins? {
    guard let plugin = task.plugin else { return nil }
    let own = governing(set, hasQuotas: false)
    let run = run(plugin, task, template, store: store.restarted(), claim: template.claim, own)
    let plain = origins(of: task, template: template, store: store.restarted(), set: set)
    let origins = RoleOrigins(
      self, run, in: own, plain: plain, runner: deployment.operators[plugin.plugin]?.name ?? "",
      claim: template.claim, set: set)
    return origins.roles.isEmpty ? nil : origins
  }
}
