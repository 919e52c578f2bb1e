import APIServer
import Flyte
import Glibc
import PodAPI
import PodSecurity

// Builds, completes, validates and judges pods, all distinct, on one core; prints how many a second.
let deployments = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000
let work = Workload()
let server = Server(ServerRelease(minor: 36))

/// Seconds that the process has used the processor: other work on the machine does not count.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs what is made of a pod over all deployments, and prints its rate.
@MainActor func measure(_ name: String, _ step: (BuiltPod) -> Int) {
  let start = now()
  var pods = 0
  var sum = 0
  for deployment in 0..<deployments {
    work.pods(of: deployment) { pod in
      pods += 1
      sum &+= step(pod)
    }
  }
  let seconds = now() - start
  let rate = Int(Double(pods) / seconds)
  print("\(name): \(pods) pods, \(rate) a second (\(sum))")
}

var distinct: Set<BuiltPod> = []
var built = 0
for deployment in 0..<min(deployments, 100) {
  work.pods(of: deployment) { pod in
    built += 1
    distinct.insert(pod)
  }
}
print("\(distinct.count) of the first \(built) pods are distinct")
distinct = []
measure("build") { _ in 1 }
measure("build, defaults") { PodDefaults.pod($0.spec).fields.count }
measure("build, defaults, validation") {
  server.prepare(podMetadata: $0.metadata, spec: PodDefaults.pod($0.spec)).refusals.count
}
measure("build, defaults, validation, restricted") { pod in
  let kept = server.prepare(podMetadata: pod.metadata, spec: PodDefaults.pod(pod.spec))
  guard kept.refusals.isEmpty else { return 0 }
  return PodSecurity.evaluate(
    spec: kept.spec, annotations: nil, level: .restricted, version: .latest,
    server: PodSecurity.newestServer
  ).findings.count
}
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print("peak memory: \(usage.ru_maxrss / 1024) MiB")
