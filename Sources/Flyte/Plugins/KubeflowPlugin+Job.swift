import PodAPI
import Values

/// The job that a Kubeflow plugin sends.
extension KubeflowPlugin {
  /// The resource of a job.
  func job(
    _ kind: String, _ key: String, _ replicas: [Replica], metadata: PodObject = PodObject(),
    more: [(key: String, value: PlainValue?)] = []
  ) -> PluginResource {
    let pods = replicas.map { replica in
      RolePod(replica.role, metadata: build.named(replica.pod.metadata), spec: replica.pod.spec)
    }
    let specs = zip(replicas, pods).map { replica, pod in
      PlainValue.Entry(
        replica.key,
        .fields([
          ("replicas", replica.count.map { .integer($0) }), ("template", pod.template),
          ("restartPolicy", .string(replica.restartPolicy)),
        ]))
    }
    return build.resource(
      "kubeflow.org/v1", kind, metadata: metadata,
      spec: .fields([("runPolicy", runPolicy), (key, .mapping(specs))] + more), pods: pods)
  }

  private var runPolicy: PlainValue {
    guard build.task.version == 1, let policy = custom["runPolicy"] else { return .mapping([]) }
    func unlessZero(_ key: String) -> PlainValue? {
      policy.number(key) == 0 ? nil : .integer(policy.number(key))
    }
    let clean =
      switch policy.text("cleanPodPolicy") {
      case "CLEANPOD_POLICY_ALL": "All"
      case "CLEANPOD_POLICY_RUNNING": "Running"
      default: "None"
      }
    return .fields([
      ("cleanPodPolicy", .string(clean)),
      ("ttlSecondsAfterFinished", unlessZero("ttlSecondsAfterFinished")),
      ("activeDeadlineSeconds", unlessZero("activeDeadlineSeconds")),
      ("backoffLimit", unlessZero("backoffLimit")),
    ])
  }
}
