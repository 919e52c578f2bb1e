import APIServer
import Admission
import Flyte
import PodAPI
import PodSecurity
import Values

/// Pods of real Flyte and of operators, as the policy for `restricted` leaves them: each that `baseline`
/// admits must pass `restricted`, none that passed may fail, and doing it twice must change nothing more.
struct PolicyConformance {
  private var report: ConformanceReport
  private let server = Server(ServerRelease(minor: 36))
  private let decoder = PodDecoder(minor: 36)
  private var cured = 0
  private var admissible = 0
  private var beyond = 0
  private var policies: [String: MutatingPolicy] = [:]

  static func run(_ folder: String) throws(DataError) -> [ConformanceReport] {
    var reports: [ConformanceReport] = []
    var own = PolicyConformance("policies on Flyte's pods", "\(folder)/flyte-oracle/pods.jsonl")
    for line in try DataFile.lines("\(folder)/flyte-oracle/pods.jsonl") {
      for result in line.value["results"]?.items ?? [] {
        guard let pod = result["pod"], pod["spec"] != nil, result["apiServer"]?.string == nil else {
          continue
        }
        for release in (result["on"]?.entries ?? []).map(\.key) {
          own.check(pod, on: release, addsLabel: true, line.place)
        }
      }
    }
    reports.append(own.finished)
    own = PolicyConformance("policies after secrets", "\(folder)/flyte-oracle/secrets.jsonl")
    for line in try DataFile.lines("\(folder)/flyte-oracle/secrets.jsonl") {
      let result = line.value["result"]
      let pods =
        result?["unchanged"]?.bool == true
        ? [line.value["pod"]] : (result?["oneOf"]?.items ?? [result ?? .null]).map { $0["pod"] }
      for release in (line.value["on"]?.items ?? []).compactMap({ $0.items.first?.string }) {
        for pod in pods.compactMap({ $0 }) {
          own.check(pod, on: release, addsLabel: true, line.place)
        }
      }
    }
    reports.append(own.finished)
    own = PolicyConformance("policies on operators' pods", "\(folder)/operators/operators.jsonl")
    for line in try DataFile.lines("\(folder)/operators/operators.jsonl") {
      let flyte = line.value["flyte"]
      // Without a release nothing of Flyte's is behind it, and nothing tells it for Flyte's.
      let releases = TextSet((flyte?["on"]?.items ?? []).compactMap { $0.items.first?.string })
      for operators in line.value["operators"]?.items ?? [] {
        for pod in operators["pods"]?.items ?? [] {
          for release in releases.sorted() {
            own.check(pod, on: release, addsLabel: false, line.place)
          }
        }
      }
    }
    reports.append(own.finished)
    return reports
  }

  private init(_ name: String, _ source: String) {
    report = ConformanceReport(name: name, source: source)
  }

  /// The report, with how many pods were refused before and how many stay so.
  private var finished: ConformanceReport {
    report.renamed(
      "\(report.name) (\(admissible) pass anyway, \(cured) more with the policy, \(beyond) fail baseline)"
    )
  }

  private mutating func check(
    _ pod: PlainValue, on release: String, addsLabel: Bool, _ place: String
  ) {
    guard let policy = policy(of: release) else {
      report.count("\(place): \(release) is unknown")
      return
    }
    var metadata = decoder.decode(pod["metadata"] ?? .null, as: "ObjectMeta")
    if addsLabel, let label = Release.named(release)?.podLabels.first {
      var labels = metadata[.labels]?.map ?? PodMap()
      labels[label] = .string("x")
      metadata[.labels] = .map(labels)
    }
    let spec = PodDefaults.pod(decoder.decode(pod["spec"] ?? .null, as: "PodSpec"))
    let object = PodObject([
      .init(.metadata, .object(metadata)), .init(.spec, .object(spec)),
    ])
    let before = judge(object)
    guard let after = policy.mutated(object) else {
      report.count("\(place): not taken for Flyte's on \(release)")
      return
    }
    let judged = judge(after)
    if before.restricted { admissible += 1 } else if judged.restricted { cured += 1 }
    if !before.baseline { beyond += 1 }
    var faults: [String] = []
    // What a task itself says against the level stays, and Pod Security refuses it.
    if before.baseline, !judged.restricted, !Self.saysNo(object) {
      faults.append("fails restricted: \(judged.words)")
    }
    if before.isValid, !judged.isValid { faults.append("is refused: \(judged.words)") }
    if policy.mutated(after) != after { faults.append("changes again") }
    report.count(faults.isEmpty ? nil : "\(place) on \(release): \(faults.joined(separator: ", "))")
  }

  /// Whether a pod itself says what `restricted` forbids and a policy does not replace.
  private static func saysNo(_ pod: PodObject) -> Bool {
    let spec = pod[.spec]?.object ?? PodObject()
    let contexts =
      FieldName.containerLists.flatMap { spec[$0]?.items ?? [] }.map {
        $0.object?[.securityContext]?.object
      } + [spec[.securityContext]?.object]
    return contexts.contains { context in
      context?[.allowPrivilegeEscalation] == .bool(true)
        || context?[.runAsNonRoot] == .bool(false) || context?[.runAsUser] == .integer(0)
    }
  }

  private struct Judged {
    let isValid: Bool
    let baseline: Bool
    let restricted: Bool
    let words: String
  }

  private func judge(_ pod: PodObject) -> Judged {
    let kept = server.prepare(
      podMetadata: pod[.metadata]?.object ?? PodObject(), spec: pod[.spec]?.object ?? PodObject())
    func verdict(_ level: PodSecurityLevel) -> Verdict {
      PodSecurity.evaluate(
        spec: kept.spec, annotations: kept.metadata[.annotations]?.map, level: level,
        version: .latest, server: 36)
    }
    let isValid = kept.refusals.isEmpty
    let restricted = verdict(.restricted)
    return Judged(
      isValid: isValid, baseline: isValid && verdict(.baseline).isAllowed,
      restricted: isValid && restricted.isAllowed,
      words: isValid ? restricted.reason : kept.refusals.map(\.path).joined(separator: ", "))
  }

  private mutating func policy(of release: String) -> MutatingPolicy? {
    if let known = policies[release] { return known }
    guard let found = Release.named(release) else { return nil }
    let marks = PodMarks(
      labels: found.podLabels.map { ByteText($0) },
      containers: found.unlabeledContainers.map { ByteText($0) })
    let context = decoder.decode(
      .mapping([
        .init("allowPrivilegeEscalation", .bool(false)),
        .init("capabilities", .mapping([.init("drop", .list([.string("ALL")]))])),
        .init("runAsNonRoot", .bool(true)),
        .init("seccompProfile", .mapping([.init("type", .string("RuntimeDefault"))])),
      ]), as: "SecurityContext")
    var pod = context
    pod[.allowPrivilegeEscalation] = nil
    pod[.capabilities] = nil
    let profile = PolicyProfile(
      name: "restricted", pod: PodObject([.init(.securityContext, .object(pod))]),
      contexts: Dictionary(
        uniqueKeysWithValues: PolicyProfile.Role.allCases.map { ($0, context) }),
      addable: PodSecurityLevel.restricted.addableCapabilities, dropsAll: true,
      copilotPrefix: PluginSettings.Copilot().name)
    let policy = MutatingPolicy.filling(profile, name: "fill", minor: 36, marks: marks)
    policies[release] = policy
    return policy
  }
}
