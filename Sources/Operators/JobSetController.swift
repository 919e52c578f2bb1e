import Digests
public import Flyte
import PodAPI
public import Values

/// The JobSet controller: the jobs of a job set.
public struct JobSetController: Sendable, Hashable {
  /// Its version.
  public let version: OperatorVersion

  /// Makes a controller.
  public init(version: OperatorVersion) { self.version = version }

  /// The pods that the first job of each kind makes.
  public func pods(of set: PlainValue) -> [RolePod] {
    let definition = Definition(minor: Self.minors[version])
    let jobs = set["spec"]?["replicatedJobs"]?.items ?? []
    let total = jobs.reduce(0) { $0 + replicas($1) }
    var before: Int64 = 0
    return jobs.map { job in
      var pod = definition.pod(
        .replica(of: ByteText(job.text("name"))), job["template"]?["spec"]?["template"])
      let names = names(of: job, in: set, total: total, before: before)
      pod.metadata.put(names, in: .labels)
      pod.metadata.put(names, in: .annotations)
      before += replicas(job)
      if pod.spec[.restartPolicy] == nil { pod.spec.set(.restartPolicy, "OnFailure") }
      if set["spec"]?["network"]?["enableDNSHostnames"]?.bool != false {
        let own = set["spec"]?["network"]?.text("subdomain") ?? ""
        pod.spec.set(.subdomain, own.isEmpty ? set["metadata"]?.text("name") ?? "" : own)
      }
      return pod
    }
  }

  private func replicas(_ job: PlainValue) -> Int64 {
    job["replicas"] == nil ? 1 : job.number("replicas")
  }

  private static let minors = VersionFact(
    29,
    from: [
      ("0.7.0", 31), ("0.8.0", 32), ("0.9.0", 33), ("0.10.0", 34), ("0.11.0", 35), ("0.12.0", 36),
    ])

  private func names(
    of job: PlainValue, in set: PlainValue, total: Int64, before: Int64
  ) -> [(key: String, value: String)] {
    let metadata = set["metadata"] ?? .mapping([])
    let name = metadata.text("name")
    let kind = job.text("name")
    let key = "\(metadata.text("namespace"))/\(name)-\(kind)-0"
    var names: [(key: String, value: String)] = [
      ("jobset-name", name), ("replicatedjob-name", kind), ("restart-attempt", "0"),
      ("replicatedjob-replicas", "\(replicas(job))"), ("job-index", "0"),
      ("job-key", SHA1.hex(of: Array(key.utf8))),
    ]
    if version.isAtLeast("0.8.0") {
      names += [("global-replicas", "\(total)"), ("job-global-index", "\(before)")]
    }
    if version.isAtLeast("0.10.0") {
      let group = job.text("groupName")
      names += [
        ("group-name", group.isEmpty ? "default" : group), ("group-replicas", "\(total)"),
        ("job-group-index", "\(before)"), ("jobset-uid", metadata.text("uid")),
      ]
    }
    return names.map { ("jobset.sigs.k8s.io/\($0.key)", $0.value) }
  }
}
