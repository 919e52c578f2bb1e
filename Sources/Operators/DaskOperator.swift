public import Flyte
import PodAPI
public import Values

/// The Dask operator: scheduler, workers and the runner of a Dask job.
public struct DaskOperator: Sendable, Hashable {
  /// Its version.
  public let version: OperatorVersion

  /// Makes an operator.
  public init(version: OperatorVersion) { self.version = version }

  /// The pods that it makes of a job. Its CRD drops the metadata of the cluster; from 2023.8 on the
  /// pods have that of the job instead.
  public func pods(of job: PlainValue) -> [RolePod] {
    let definition = Definition(minor: 24)
    let spec = job["spec"]
    let cluster = spec?["cluster"]?["spec"]
    let name = job["metadata"]?.text("name") ?? ""
    let parts: [(PodRole, PlainValue?, String, [(key: String, value: String)])] = [
      (.scheduler, cluster?["scheduler"], "scheduler", []),
      (
        .worker(group: nil), cluster?["worker"], "worker",
        [("dask.org/workergroup-name", "\(name)-default")]
      ), (.jobRunner, spec?["job"], "job-runner", []),
    ]
    return parts.map { role, template, component, labels in
      var pod = definition.pod(role, template.map { .fields([("spec", $0["spec"])]) })
      if Self.copiesMetadata[version], let metadata = job["metadata"] {
        for (key, name) in [("labels", FieldName.labels), ("annotations", .annotations)] {
          let all = metadata.texts(key)
          if !all.isEmpty { pod.metadata[name] = .map(all) }
        }
      }
      pod.metadata.put(
        [
          ("dask.org/cluster-name", name), ("dask.org/component", component),
          ("sidecar.istio.io/inject", "false"),
        ] + labels, in: .labels)
      return pod
    }
  }

  private static let copiesMetadata = VersionFact(false, from: [("2023.8.1", true)])
}
