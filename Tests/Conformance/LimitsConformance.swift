import APIServer
import Judges
import PodAPI
import PodSecurity
import Values

/// Pods that were sent to a real API server in namespaces with LimitRanges and quotas.
enum LimitsConformance {
  static func run(_ folder: String) throws(DataError) -> [ConformanceReport] {
    let path = "\(folder)/judges/limits.jsonl"
    var answers = ConformanceReport(name: "limits answers", source: path)
    var stored = ConformanceReport(name: "limits stored LimitRanges", source: path)
    var defaulting = ConformanceReport(name: "limits defaults before", source: path)
    for line in try DataFile.lines(path) {
      let place = "\(line.place) \(line.value["id"]?.string ?? "")"
      guard let record = LimitsRecord(line.value) else {
        answers.count("\(place): not a record")
        continue
      }
      for (made, kept) in record.stored {
        stored.count(made == kept ? nil : "\(place): \(made) is not \(kept)")
      }
      defaulting.count(record.defaultingDifference.map { "\(place)\n\($0)" })
      answers.count(record.difference.map { "\(place)\n\($0)" })
    }
    return [answers, stored, defaulting]
  }
}

/// A record of the file.
private struct LimitsRecord {
  private static let decoder = PodDecoder(minor: 36)
  private static let server = Server(
    ServerRelease(minor: 36),
    classes: ClusterClasses(
      runtimes: [
        "gvisor": .init(),
        "boxed": .init(overhead: PodMap([("cpu", .string("250m")), ("memory", .string("64Mi"))])),
      ], priorities: ["high": 1000, "low": -10], neverPreempting: ["low"]))

  private let value: PlainValue
  private let pod: SubmittedPod
  private let ranges: [LimitRange]
  private let quotas: [ResourceQuota]
  /// LimitRanges as they are made of what was written, and as they were kept.
  let stored: [(made: LimitRange, kept: LimitRange)]

  init?(_ value: PlainValue) {
    guard let pod = value["pod"], let result = value["result"], case .mapping = result else {
      return nil
    }
    self.value = value
    self.pod = SubmittedPod(
      metadata: Self.decoder.decode(pod["metadata"] ?? .null, as: "ObjectMeta"),
      spec: Self.decoder.decode(pod["spec"] ?? .null, as: "PodSpec"))
    let written = value["limitRanges"]?.items ?? []
    ranges = written.map { LimitRange(record: $0, $0["spec"]) }
    stored = written.map {
      (LimitRange(record: $0, $0["spec"]), LimitRange(record: $0, $0["stored"] ?? $0["spec"]))
    }
    quotas = (value["quotas"]?.items ?? []).map { ResourceQuota(record: $0) }
  }

  private var completed: SubmittedPod {
    SubmittedPod(metadata: pod.metadata, spec: Self.server.completed(pod.spec))
  }

  private func chain(_ judges: [any Judge]) -> JudgeChain {
    JudgeChain(server: Self.server, judges: judges)
  }

  /// The pod in a namespace without limits.
  private var base: SubmittedPod? {
    let first = chain([ServerPlugins(Self.server)]).outcomes(of: completed).first
    if case .admitted(let pod)? = first { return pod }
    return nil
  }

  /// The difference in what defaults change of resources and overhead.
  var defaultingDifference: String? {
    guard let admitted = try? Self.server.admit(completed.spec) else { return "refused" }
    // Against the pod as it was sent: canonical quantities are changes too.
    let own = Dictionary(
      uniqueKeysWithValues: JudgeAnswer.changes(value["pod"]?["spec"], admitted.plain, at: "/spec")
        .filter { Self.isAboutResources($0.0) })
    let recorded = (value["defaulting"]?.entries ?? []).map { ($0.key, words($0.value)) }
    let wanted = Dictionary(uniqueKeysWithValues: recorded)
    return own == wanted ? nil : "expected \(wanted)\ngot \(own)"
  }

  private static func isAboutResources(_ path: String) -> Bool {
    path.contains("/resources/") && !path.contains("/volumes/") || path.contains("/overhead/")
  }

  private var judges: [any Judge] {
    let labels = value["namespaceLabels"]
    var security: [any Judge] = []
    if let level = labels?["pod-security.kubernetes.io/enforce"]?.string
      .flatMap(PodSecurityLevel.init)
    {
      let version = labels?["pod-security.kubernetes.io/enforce-version"]?.string
        .flatMap { PodSecurityVersion($0) }
      security = [PodSecurityJudge(level: level, version: version ?? .latest, server: 36)]
    }
    return [LimitRanger(ranges, on: Self.server.release)] + security
      + [ServerPlugins(Self.server), QuotaJudge(quotas, on: Self.server.release)]
  }

  var difference: String? {
    let result = value["result"] ?? .null
    let outcomes = chain(judges).outcomes(of: completed)
    let base = self.base
    let got = outcomes.map { outcome -> JudgeAnswer in
      switch outcome {
      case .refused(let refusal, _): JudgeAnswer(refusal)
      case .admitted(let pod):
        JudgeAnswer(
          pod, status: Self.quality(pod), without: base ?? pod,
          baseStatus: base.map { Self.quality($0) })
      }
    }
    guard let wanted = Self.answers(result) else { return "the result is not known" }
    if let text = JudgeAnswer.difference(wanted, Set(got)) { return text }
    guard let used = result["used"], case .admitted(let pod)? = outcomes.first else { return nil }
    let judge = QuotaJudge(quotas, on: Self.server.release)
    return quotas.compactMap { quota in
      let own = judge.used(of: quota, with: pod)
      let recorded = PodMap(
        (used[quota.name]?.entries ?? []).map { ($0.key, .string($0.value.string ?? "")) })
      return own == recorded ? nil : "used: expected \(recorded) got \(own)"
    }.first
  }

  private static func quality(_ pod: SubmittedPod) -> String {
    PodQuality.of(pod.spec, on: server.release).rawValue
  }

  private static func answers(_ result: PlainValue) -> Set<JudgeAnswer>? {
    if let list = result["varies"] {
      let answers = list.items.compactMap { JudgeAnswer($0) }
      return answers.count == list.items.count ? Set(answers) : nil
    }
    guard let answer = JudgeAnswer(result) else { return nil }
    var answers: Set = [answer]
    if case .refused(let code, _) = answer {
      for message in result["refused"]?["alsoSeen"]?.items ?? [] {
        answers.insert(JudgeAnswer.refused(code, message: message.string ?? ""))
      }
    }
    return answers
  }
}

extension PodMap {
  /// A map of quantities as the server keeps them.
  fileprivate init(quantities value: PlainValue?) {
    self.init(
      (value?.entries ?? []).map {
        ($0.key, .string(Quantity.canonical($0.value.string ?? words($0.value))))
      })
  }
}

extension LimitRange {
  fileprivate init(record: PlainValue, _ spec: PlainValue?) {
    self.init(
      name: record["name"]?.string ?? "",
      items: (spec?["limits"]?.items ?? []).map { item in
        LimitItem(
          LimitItem.Kind(item["type"]?.string ?? ""), min: PodMap(quantities: item["min"]),
          max: PodMap(quantities: item["max"]), limits: PodMap(quantities: item["default"]),
          requests: PodMap(quantities: item["defaultRequest"]),
          ratio: PodMap(quantities: item["maxLimitRequestRatio"]))
      })
  }
}

extension ResourceQuota {
  fileprivate init(record: PlainValue) {
    let spec = record["spec"]
    let isEmpty = record["statusEmpty"]?.bool == true
    let named = (spec?["scopes"]?.items ?? []).compactMap { $0.string }
      .compactMap { QuotaScope(name: $0) }
    let selected = (spec?["scopeSelector"]?["matchExpressions"]?.items ?? []).compactMap { item in
      QuotaScope(
        name: item["scopeName"]?.string ?? "", operator: item["operator"]?.string ?? "",
        values: (item["values"]?.items ?? []).compactMap { $0.string })
    }
    self.init(
      name: record["name"]?.string ?? "",
      hard: isEmpty ? PodMap() : PodMap(quantities: spec?["hard"]),
      used: PodMap(quantities: record["used"]), scopes: named + selected)
  }
}
