import Flyte
import PodAPI
import Values

/// The pod that submits a job.
extension KubeRay {
  /// The pod that submits the job; nil: the operator does it itself.
  func submitter(of job: PlainValue, head: RolePod) -> RolePod? {
    // Before, the operator submits the job itself.
    guard version.isAtLeast("0.6.0") else { return nil }
    var pod: RolePod
    if let template = job["spec"]?["submitterPodTemplate"] {
      pod = definition.pod(.submitter, template)
    } else {
      pod = RolePod(
        .submitter, metadata: PodObject(),
        spec: PodObject([
          .init(.containers, .list([.object(submitterContainer(of: head))])),
          .init(.restartPolicy, .string("Never")),
        ]))
    }
    if version.isAtLeast("1.7.0") {
      pod.metadata.put(
        [
          ("ray.io/originated-from-cr-name", job["metadata"]?.text("name") ?? ""),
          ("ray.io/originated-from-crd", "RayJob"),
          ("app.kubernetes.io/created-by", "kuberay-operator"),
        ], in: .labels)
    }
    return pod
  }

  /// The container that submits the job, where the template has none.
  func submitterContainer(of head: RolePod) -> PodObject {
    var container = RaySubmitter.container(
      image: head.spec[.containers]?.items.first?.object?[.image])
    if !version.isAtLeast("1.0.0") { container[.resources] = nil }
    return container
  }
}
