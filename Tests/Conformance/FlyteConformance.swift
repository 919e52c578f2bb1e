import APIServer
import Files
import Flyte
import JSONText
import PodAPI
import PodSecurity
import Values

/// Pods that flyteplugins' own code built, with what Pod Security and an API server said of them.
struct FlyteConformance {
  private var pods: ConformanceReport
  private var nextRuns: ConformanceReport
  private var laterTasks: ConformanceReport
  private var apiServer: ConformanceReport
  private let server = Server(ServerRelease(minor: 36))

  private init(source: String) {
    func report(_ name: String) -> ConformanceReport {
      ConformanceReport(name: name, source: source)
    }
    pods = report("effective pods")
    nextRuns = report("next runs")
    laterTasks = report("later tasks")
    apiServer = report("api server")
  }

  static func run(_ folder: String) throws(DataError) -> [ConformanceReport] {
    let path = "\(folder)/flyte-oracle/pods.jsonl"
    var conformance = FlyteConformance(source: path)
    var cases: [String: OracleCase] = [:]
    // A line that is no case is a difference of the section 'defaults'.
    for line in try DataFile.lines("\(folder)/flyte-oracle/cases.jsonl") {
      let found = OracleCase(line.value)
      cases[found.id] = found
    }
    for line in try DataFile.lines(path) {
      let id = line.value["case"]?.string
      let results = line.value["results"]?.items ?? []
      guard let id, let found = cases[id] else {
        conformance.pods.count("\(line.place): no such case: \(id ?? "a line without one")")
        continue
      }
      if results.isEmpty { conformance.pods.count("\(line.place): \(id) has no results") }
      for result in results { conformance.compare(found, result) }
    }
    return [conformance.pods, conformance.nextRuns, conformance.laterTasks, conformance.apiServer]
  }

  private mutating func compare(_ oracle: OracleCase, _ result: PlainValue) {
    let expected = Expected(result)
    var isJudged = false
    if result["on"]?.entries.contains(where: { !$0.value.items.isEmpty }) != true {
      pods.count("\(oracle.id): a result that is of no release")
    }
    for (release, sets) in (result["on"]?.entries ?? []).map({ ($0.key, $0.value.items) }) {
      for set in sets {
        let names = set.items.compactMap(\.string)
        let place = "\(oracle.id) on \(release) \(names)"
        guard let built = build(oracle, release: release, patches: names) else {
          pods.count("\(place): unknown release or patch")
          continue
        }
        var lines = OracleOutcome.differences(expected.pod, OracleOutcome(built.pod))
        // One outcome stands for many releases; it is judged once.
        if !isJudged, case .success(let pod) = built.pod, lines.isEmpty {
          isJudged = true
          lines += judge(pod, result)
          let refusals = server.prepare(
            podMetadata: pod.metadata, spec: PodDefaults.pod(pod.spec)
          ).refusals
          let error = result["apiServer"]?.string
          apiServer.count(
            (error != nil) == !refusals.isEmpty
              ? nil : "\(place): expected \(error ?? "no error"), got \(refusals)")
        }
        pods.count(Self.text(place, lines))
        nextRuns.count(Self.text(place, expected.differencesOfNextRun(built)))
        laterTasks.count(Self.text(place, expected.differencesOfLaterTask(built)))
      }
    }
  }

  private static func text(_ place: String, _ lines: [String]) -> String? {
    lines.isEmpty ? nil : ([place] + lines).joined(separator: "\n")
  }

  private func build(_ oracle: OracleCase, release: String, patches: [String]) -> Built? {
    guard var behaviors = Release.named(release)?.behaviors else { return nil }
    for name in patches {
      guard let patch = ModeledPatch(rawValue: name) else { return nil }
      behaviors = behaviors.applying(patch)
    }
    let model = FlyteModel(behaviors: behaviors, settings: oracle.settings)
    let store = TemplateStore(
      oracle.templates, defaultNamespace: oracle.defaultNamespace, behaviors: behaviors)
    func pod(_ task: TaskShape, _ store: TemplateStore) -> Result<BuiltPod, TaskError> {
      model.pod(for: task, in: oracle.namespace, store: store)
    }
    return Built(
      pod: pod(oracle.task, store), next: pod(oracle.task, store),
      later: pod(OracleCase.plainTask, store),
      fresh: pod(OracleCase.plainTask, store.restarted()))
  }

  /// The differences between the verdicts of Pod Security. The oracle's evaluator saw pods as Flyte
  /// builds them, without the host ports that the API server gives pods in the host's network.
  private func judge(_ pod: BuiltPod, _ result: PlainValue) -> [String] {
    guard let verdicts = result["podSecurity"] else { return [] }
    return [PodSecurityLevel.baseline, .restricted].flatMap { level in
      let verdict = PodSecurity.evaluate(
        spec: pod.spec, annotations: pod.metadata[.annotations]?.map, level: level,
        version: .latest,
        server: PodSecurity.newestServer)
      let expected = verdicts[level.rawValue]
      let got: PlainValue =
        verdict.isAllowed
        ? .null
        : .mapping([
          .init("reason", .string(verdict.reason)),
          .init(
            "detail",
            .string(
              verdict.findings.map { finding in
                finding.detail.isEmpty ? finding.reason : "\(finding.reason) (\(finding.detail))"
              }.joined(separator: ", "))),
        ])
      return differences(expected ?? .null, got, path: level.rawValue)
    }
  }
}

/// The pods that the model builds for a case: the task twice, then a plain one, on one store; and
/// the plain one on a new store.
struct Built {
  let pod: Result<BuiltPod, TaskError>
  let next: Result<BuiltPod, TaskError>
  let later: Result<BuiltPod, TaskError>
  let fresh: Result<BuiltPod, TaskError>
}

/// The oracle's answer for a case on some releases.
struct Expected {
  let pod: OracleOutcome
  private let next: OracleOutcome?
  private let nextDiffers: Bool
  private let laterDiffers: Bool
  private let later: OracleOutcome?
  private let fresh: OracleOutcome?

  init(_ result: PlainValue) {
    pod = OracleOutcome(result["pod"] ?? .null)
    next = result["podOfNextRun"].map(OracleOutcome.init)
    nextDiffers = result["nextRunDiffers"]?.bool ?? false
    laterDiffers = result["laterPlainTaskDiffers"]?.bool ?? false
    later = result["laterPlainTask"].map(OracleOutcome.init)
    fresh = result["freshPlainTask"].map(OracleOutcome.init)
  }

  func differencesOfNextRun(_ built: Built) -> [String] {
    let lines = OracleOutcome.differences(next ?? pod, OracleOutcome(built.next))
    guard next == nil, (built.next != built.pod) != nextDiffers else { return lines }
    return lines + ["differs in what is left out: expected \(nextDiffers)"]
  }

  func differencesOfLaterTask(_ built: Built) -> [String] {
    var lines: [String] = []
    if let later { lines += OracleOutcome.differences(later, OracleOutcome(built.later)) }
    if let fresh { lines += OracleOutcome.differences(fresh, OracleOutcome(built.fresh)) }
    if (built.later != built.fresh) != laterDiffers {
      lines.append("differs from a fresh store's: expected \(laterDiffers)")
    }
    return lines
  }
}
