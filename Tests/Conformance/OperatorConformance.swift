import Flyte
import Operators
import PodAPI
import Values

/// Pods that operators' own code made of resources, with the verdicts of Pod Security; and the
/// resources, which Flyte's own code made of tasks.
///
/// Left out is what the records leave out: environment, arguments, probes, hooks, names and owners.
enum OperatorConformance {
  static func run(_ folder: String) throws(DataError) -> [ConformanceReport] {
    let path = "\(folder)/operators/operators.jsonl"
    var pods = ReportsByName("operators", source: path)
    var resources = ReportsByName("operators: sent", source: path)
    for line in try DataFile.lines(path) {
      let plugin = line.value["plugin"]?.string ?? ""
      let id = line.value["case"]?.string ?? line.place
      guard let flyte = line.value["flyte"], let resource = flyte["resource"] else {
        pods.count(plugin, "\(line.place): not a record")
        continue
      }
      // One that is written by hand has no Flyte behind it.
      if flyte["byHand"] == nil { compareResource(flyte, id: id, plugin: plugin, &resources) }
      for entry in line.value["operators"]?.items ?? [] {
        for operatorVersion in (entry["versions"]?.items ?? []).compactMap(\.string) {
          for setting in entry["operatorSettings"].map(\.items) ?? [.null] {
            let place = "\(id) with \(plugin) \(operatorVersion) \(setting.string ?? "")"
            let found = OperatorRecord.outcome(
              of: sent(resource, plugin), plugin: plugin, version: operatorVersion,
              setting: setting.string)
            let lines = differences(entry, found)
            pods.count(
              plugin, lines.isEmpty ? nil : ([place] + lines).joined(separator: "\n"))
          }
        }
      }
    }
    return pods.all + resources.all
  }

  /// A resource with its kind, which records of apps lack.
  private static func sent(_ resource: PlainValue, _ plugin: String) -> PlainValue {
    guard plugin == "app", resource["kind"] == nil else { return resource }
    return .mapping([.init("kind", .string("Service"))] + resource.entries)
  }

  private static func compareResource(
    _ flyte: PlainValue, id: String, plugin: String, _ reports: inout ReportsByName
  ) {
    let record = PluginRecord(flyte, id: id, plugin: plugin)
    for run in record.runs {
      let lines: [String] =
        switch record.answer(on: run.release, isPatched: run.isPatched) {
        case .notModeled(let text), .error(let text): [text]
        case .resource(let value, _):
          ResourceConformance.differences(
            OperatorRecord.sent(flyte["resource"] ?? .null), OperatorRecord.sent(value),
            plugin: plugin)
        }
      reports.count(
        plugin,
        lines.isEmpty
          ? nil
          : (["\(id) on \(run.release)\(run.isPatched ? " patched" : "")"] + lines)
            .joined(separator: "\n"))
    }
  }

  private static func differences(_ entry: PlainValue, _ found: OperatorOutcome?) -> [String] {
    guard let found else { return ["not modeled"] }
    switch (entry["refused"]?.string, found) {
    case (let words?, .refused(let refusal)):
      let by = refusal.isByDefinition ? "the CRD" : "the operator"
      guard entry["by"]?.string == by else {
        return ["expected a refusal by \(entry["by"]?.string ?? "nobody"), got one by \(by)"]
      }
      return OperatorRecord.differences(words, refusal)
    case (let words?, .pods(let pods)):
      return ["expected the refusal \(words), got \(pods.count) pods"]
    case (nil, .refused(let refusal)): return ["expected pods, got the refusal \(refusal)"]
    case (nil, .pods(let pods)): return differences(entry["pods"]?.items ?? [], pods)
    }
  }

  private static func differences(_ expected: [PlainValue], _ pods: [RolePod]) -> [String] {
    let roles = expected.map { $0["role"]?.string ?? "" }
    let found = pods.map(\.role.name)
    guard roles.sorted() == found.sorted() else {
      return ["expected the roles \(roles.sorted()), got \(found.sorted())"]
    }
    return expected.flatMap { record -> [String] in
      let role = record["role"]?.string ?? ""
      guard let pod = pods.first(where: { $0.role.name == role }) else { return [] }
      let lines = conformance.differences(
        OperatorRecord.kept(
          .mapping([
            .init("metadata", record["metadata"] ?? .mapping([])),
            .init("spec", record["spec"] ?? .mapping([])),
          ])), OperatorRecord.kept(pod.template))
      let verdicts =
        lines.isEmpty
        ? VerdictComparison.differences(
          record["podSecurity"] ?? .mapping([]), metadata: pod.metadata, spec: pod.spec) : []
      return (lines + verdicts).map { "\(role): \($0)" }
    }
  }
}

/// The parts of a record of an operator.
enum OperatorRecord {
  /// The model's outcome; nil: the operator is not modeled.
  static func outcome(
    of resource: PlainValue, plugin: String, version: String, setting: String?
  ) -> OperatorOutcome? {
    guard let version = OperatorVersion(version) else { return nil }
    switch plugin {
    case "ray":
      return KubeRay(version: version, injectsInitContainer: setting == nil)
        .outcome(of: resource)
    case "pytorch", "tensorflow", "mpi":
      let context = setting == nil ? nil : initContext
      return .pods(TrainingOperator(version: version, initContext: context).pods(of: resource))
    case "spark":
      return SparkOperator(version: version, hasWebhook: setting != "mutating webhook off")
        .outcome(of: resource)
    case "dask": return .pods(DaskOperator(version: version).pods(of: resource))
    case "clustered": return .pods(JobSetController(version: version).pods(of: resource))
    case "app": return knative(version, setting).outcome(of: resource)
    default: return nil
    }
  }

  private static func knative(_ version: OperatorVersion, _ setting: String?) -> KnativeServing {
    switch setting {
    case "secure-pod-defaults: enabled":
      KnativeServing(version: version, secureDefaults: .enabled)
    case "secure-pod-defaults: AllowRootBounded":
      KnativeServing(version: version, secureDefaults: .allowRootBounded)
    case "kubernetes.podspec-securitycontext: enabled":
      KnativeServing(version: version, features: .securityContext)
    case "every kubernetes.podspec-* feature enabled":
      KnativeServing(version: version, features: .all)
    default: KnativeServing(version: version)
    }
  }

  /// The context in the template file that the records were made with.
  private static let initContext = PodDecoder(minor: 36).decode(
    .mapping([
      .init("allowPrivilegeEscalation", .bool(false)),
      .init("capabilities", .mapping([.init("drop", .list([.string("ALL")]))])),
      .init("runAsNonRoot", .bool(true)), .init("runAsUser", .integer(65534)),
      .init("seccompProfile", .mapping([.init("type", .string("RuntimeDefault"))])),
    ]), as: "SecurityContext")

  /// The differences between an operator's own words and a refusal.
  static func differences(_ words: String, _ refusal: OperatorRefusal) -> [String] {
    let isSame: Bool =
      switch refusal {
      case .notServed(let version): words.contains(version.text)
      case .templateUnreadable: words.contains("load pod from template")
      case .containerMissing: words.contains("container not found")
      case .fields(let fields): names(words, fields)
      }
    return isSame ? [] : ["expected the refusal \(words), got \(refusal)"]
  }

  /// Returns whether Knative names these fields and forbids no others. It has other words for a field that
  /// it does not take as it is.
  private static func names(_ words: String, _ fields: [ByteText]) -> Bool {
    let forbidding = "must not set the field(s): "
    let lines = words.split(separator: "\n").map(String.init)
    let forbidden = TextSet(
      lines.filter { $0.hasPrefix(forbidding) }.flatMap { line in
        line.dropFirst(forbidding.count).split(separator: ",").map {
          String($0.drop { $0 == " " })
        }
      })
    let found = TextSet(fields.map(\.text))
    let others = lines.filter { !$0.hasPrefix(forbidding) }
    return forbidden.subtracting(found).isEmpty
      && found.subtracting(forbidden).allSatisfy { field in
        others.contains { $0.contains(field) }
      }
  }

  private static let leftOut: TextSet = [
    "env", "envFrom", "args", "command", "livenessProbe", "readinessProbe", "startupProbe",
    "lifecycle", "ownerReferences", "creationTimestamp", "namespace", "generateName",
  ]

  /// A resource without what these records leave out of it, beside what the others do.
  static func sent(_ value: PlainValue) -> PlainValue {
    switch value {
    case .list(let items): .list(items.map(sent))
    case .mapping(let entries):
      .mapping(
        entries.filter { !leftOutOfSent.contains($0.key) }.map { .init($0.key, sent($0.value)) })
    default: value
    }
  }

  private static let leftOutOfSent: TextSet = [
    "envFrom", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle",
  ]

  /// A pod without what the records leave out.
  static func kept(_ value: PlainValue, isMetadata: Bool = false) -> PlainValue {
    switch value {
    case .list(let items): return .list(items.map { kept($0) })
    case .mapping(let entries):
      return .mapping(
        entries.compactMap { entry in
          if leftOut.contains(entry.key) || entry.value == .null { return nil }
          if isMetadata, !["labels", "annotations"].contains(entry.key) { return nil }
          let value = kept(entry.value, isMetadata: entry.key == "metadata")
          if value == .mapping([]),
            ["affinity", "resources", "labels", "annotations"].contains(entry.key)
          {
            return nil
          }
          return .init(entry.key, value)
        })
    default: return value
    }
  }
}
