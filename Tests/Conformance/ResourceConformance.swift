import Flyte
import PodAPI
import PodSecurity
import Values

/// Resources that the plugins' own code built, with the verdicts of the pods in them.
///
/// Left out is what the records' notes leave out: environment and arguments (which Ray and Spark also
/// write elsewhere), status and owners.
enum ResourceConformance {
  static func run(_ folder: String) throws(DataError) -> [ConformanceReport] {
    let path = "\(folder)/operators/resources.jsonl"
    var reports = ReportsByName("resources", source: path)
    for line in try DataFile.lines(path) {
      let record = PluginRecord(
        line.value, id: line.value["id"]?.string ?? "", plugin: line.value["plugin"]?.string ?? "")
      if record.runs.isEmpty { reports.count(record.plugin, "\(line.place): not a record") }
      for run in record.runs {
        let answer = record.answer(on: run.release, isPatched: run.isPatched)
        let lines = differences(line.value, answer, run)
        reports.count(
          record.plugin,
          lines.isEmpty
            ? nil
            : (["\(record.id) on \(run.release)\(run.isPatched ? " patched" : "")"] + lines)
              .joined(separator: "\n"))
      }
    }
    return reports.all
  }

  private static func differences(
    _ line: PlainValue, _ answer: PluginRecord.Answer, _ run: (release: String, isPatched: Bool)
  ) -> [String] {
    switch (line["error"]?.string, answer) {
    case (_, .notModeled(let text)): return [text]
    case (let expected?, .error(let text)):
      // Of a crash only that it is one.
      let isSame = expected == text || (expected.hasPrefix("panic") && text == "panic")
      return isSame ? [] : ["expected the error \(expected), got \(text)"]
    case (let expected?, .resource): return ["expected the error \(expected), got a resource"]
    case (nil, .error(let text)): return ["expected a resource, got the error \(text)"]
    case (nil, .resource(let value, let pods)):
      let found = differences(
        line["resource"] ?? .null, value, plugin: line["plugin"]?.string ?? "")
      return found.isEmpty ? verdicts(line, pods, run) : found
    }
  }

  /// The differences between the verdicts of the pods inside.
  private static func verdicts(
    _ line: PlainValue, _ pods: [RolePod], _ run: (release: String, isPatched: Bool)
  ) -> [String] {
    (line["podSecurity"]?.items ?? []).flatMap { expected -> [String] in
      if let on = expected["on"]?.items,
        !on.contains(where: {
          $0.items.first?.string == run.release
            && ($0.items.dropFirst().first?.items.isEmpty == false) == run.isPatched
        })
      {
        return []
      }
      let role = expected["role"]?.string ?? ""
      // A pod made of Spark's fields is the operator's, not the plugin's.
      let form = expected["spark"]?.string ?? "template"
      guard form == "template" else { return [] }
      guard
        let pod = pods.first(where: { names(of: $0.role).contains(role) }) ?? only(pods, role)
      else { return ["there is no pod \(role)"] }
      return VerdictComparison.differences(expected, metadata: pod.metadata, spec: pod.spec)
        .map { "\(role): \($0)" }
    }
  }

  private static func only(_ pods: [RolePod], _ role: String) -> RolePod? {
    ["pod", "app"].contains(role) && pods.count == 1 ? pods[0] : nil
  }

  /// The names of a role in the records.
  private static func names(of role: PodRole) -> [String] {
    func jobs(_ name: String) -> [String] {
      ["TFJob", "PyTorchJob", "MPIJob"].map { "\($0)-\(name)" }
    }
    switch role {
    case .master: return jobs("Master")
    case .chief: return jobs("Chief")
    case .parameterServer: return jobs("PS")
    case .evaluator: return jobs("Evaluator")
    case .launcher: return jobs("Launcher")
    case .worker(nil): return jobs("Worker") + ["dask-worker"]
    case .head, .submitter, .worker: return ["ray-\(role.name)"]
    case .driver, .executor: return ["spark-\(role.name)"]
    case .scheduler: return ["dask-scheduler"]
    case .jobRunner: return ["dask-job"]
    case .replica(let job): return ["jobset-\(job.text)"]
    case .task: return ["pod"]
    case .revision: return ["app"]
    }
  }

  private static let leftOut: TextSet = [
    "env", "envVars", "args", "command", "status", "ownerReferences", "creationTimestamp",
    "entrypoint", "arguments",
  ]

  /// The differences between two resources. Records of pods and apps have no kind, or one that the
  /// client ignores.
  static func differences(
    _ expected: PlainValue, _ found: PlainValue, plugin: String
  ) -> [String] {
    func whole(_ value: PlainValue) -> PlainValue {
      guard ["container", "app"].contains(plugin) else { return kept(of: value) }
      return kept(
        of: .mapping(value.entries.filter { !["kind", "apiVersion"].contains($0.key) }))
    }
    return conformance.differences(whole(expected), whole(found))
  }

  /// Structs that are written although nothing in them is set.
  private static let zeros: TextSet = [
    "affinity", "annotations", "resources", "metadata", "runPolicy", "deps", "scaleStrategy",
  ]

  /// A resource without what the records leave out, and without what is written and says nothing.
  static func kept(of value: PlainValue) -> PlainValue {
    switch value {
    case .list(let items): return .list(items.map(kept))
    case .mapping(let entries):
      return .mapping(
        entries.compactMap { entry in
          if isLeftOut(entry.key) || entry.value == .null { return nil }
          let value = kept(of: entry.value)
          if value == .mapping([]), zeros.contains(entry.key) { return nil }
          return .init(entry.key, value)
        })
    default: return value
    }
  }

  private static func isLeftOut(_ key: String) -> Bool {
    // An app's spec and secrets, packed into annotations.
    leftOut.contains(key) || key.hasPrefix("flyte.org/spec") || key.hasPrefix("flyte.secrets/")
  }
}

/// Reports of one file, in total and by plugin.
struct ReportsByName {
  private var total: ConformanceReport
  private var named: [(name: String, report: ConformanceReport)] = []
  private let prefix: String
  private let source: String

  init(_ prefix: String, source: String) {
    self.prefix = prefix
    self.source = source
    total = ConformanceReport(name: prefix, source: source)
  }

  mutating func count(_ name: String, _ difference: String?) {
    // The difference itself is shown once, with its plugin.
    total.count(difference.map { String($0.prefix { $0 != "\n" }) })
    if !named.contains(where: { $0.name == name }) {
      named.append(
        (name, ConformanceReport(name: "\(prefix): \(name)", source: source)))
    }
    for index in named.indices where named[index].name == name {
      named[index].report.count(difference)
    }
  }

  var all: [ConformanceReport] { [total] + named.map(\.report) }
}

/// Verdicts of Pod Security on pods, as the records write them.
enum VerdictComparison {
  static func differences(
    _ expected: PlainValue, metadata: PodObject, spec: PodObject
  ) -> [String] {
    [PodSecurityLevel.baseline, .restricted].flatMap { level in
      let verdict = PodSecurity.evaluate(
        spec: spec, annotations: metadata[.annotations]?.map, level: level, version: .latest,
        server: PodSecurity.newestServer)
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
      return conformance.differences(expected[level.rawValue] ?? .null, got, path: level.rawValue)
    }
  }
}
