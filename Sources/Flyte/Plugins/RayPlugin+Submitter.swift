import PodAPI
import Values

/// The pod that submits a job, and the accounts of all pods.
extension RayPlugin {
  private var settingAccount: String { settings.serviceAccount ?? behaviors.defaultAccount }

  /// The service account of the head and the workers.
  var account: String {
    let execution = build.task.shape.serviceAccount
    switch behaviors.account {
    case .execution: return execution
    case .executionFirst: return execution.isEmpty ? settingAccount : execution
    case .settingFirst: return settingAccount.isEmpty ? execution : settingAccount
    }
  }

  /// The pod that submits the job; nil: KubeRay makes it.
  func submitter(of pod: BuiltPod, head: RolePod) -> RolePod? {
    var spec: PodObject
    switch behaviors.submitter {
    case .none: return nil
    case .head: spec = head.spec
    case .task: spec = pod.spec
    case .headWithOwnContainer:
      spec = head.spec
      spec[.containers] = .list([.object(submitterContainer(of: head))])
      return RolePod(.submitter, metadata: head.metadata, spec: spec, copied: [.pod])
    case .own(let isNamed):
      return RolePod(
        .submitter, metadata: isNamed ? build.named(PodObject()) : PodObject(),
        spec: ownSubmitter(of: head), copied: [])
    }
    // A copy of the head that was made before it got the account of the execution.
    spec.set(.serviceAccountName, behaviors.sharesAccount ? account : settingAccount)
    return RolePod(.submitter, metadata: build.named(pod.metadata), spec: spec)
  }

  private func submitterContainer(of head: RolePod) -> PodObject {
    let ray = Self.container(of: head)
    var container = RaySubmitter.container(image: ray?[.image])
    if !build.has(.raySubmitter) { container[.securityContext] = ray?[.securityContext] }
    return container
  }

  private func ownSubmitter(of head: RolePod) -> PodObject {
    var spec = PodObject([
      .init(.containers, .list([.object(submitterContainer(of: head))])),
      .init(.restartPolicy, .string("Never")), .init(.enableServiceLinks, .bool(false)),
    ])
    if !build.has(.raySubmitter) { spec[.securityContext] = head.spec[.securityContext] }
    spec.append(build.model.defaults.tolerations, to: .tolerations)
    spec[.affinity] = build.model.defaults.affinity
    return spec
  }
}
