public import Diagnostics
public import Judges
import PodAPI
import Values
import YAMLTree

/// The LimitRanges and quotas of a file, as `kubectl get limitrange,resourcequota -A -o yaml` prints
/// them.
public struct RuleManifests: Sendable {
  /// The LimitRanges, by namespace; those that name none under an empty name.
  public private(set) var limitRanges: TextMap<[LimitRange]> = [:]
  /// The quotas, by namespace.
  public private(set) var quotas: TextMap<[ResourceQuota]> = [:]

  /// Reads a file; nil after a fault.
  public init?(_ file: SourceFile, into diagnostics: inout DiagnosticList) {
    let before = diagnostics.errorCount
    var limits = YAMLLimits()
    limits.nodes = Self.mostNodes
    guard let documents = YAMLReader.readDocuments(file, limits: limits, into: &diagnostics) else {
      return nil
    }
    var check = SchemaCheck(diagnostics: diagnostics)
    for document in documents {
      let items =
        document["kind"]?.string?.hasSuffix("List") == true
        ? document["items"]?.items ?? [] : [document]
      for item in items { add(item, &check) }
    }
    diagnostics = check.diagnostics
    if diagnostics.errorCount != before { return nil }
  }

  /// Ten thousand namespaces with a LimitRange and a quota each have some 700,000 values.
  private static let mostNodes = 3_000_000

  private mutating func add(_ node: YAMLNode, _ check: inout SchemaCheck) {
    let kind = node["kind"]?.string
    let name = node["metadata"]?["name"]?.string ?? ""
    let namespace = node["metadata"]?["namespace"]?.string ?? ""
    switch kind {
    case "LimitRange":
      guard let spec = node["spec"],
        let tree = check.check(spec, .mapping(RuleKeys.limitRange), what: "'spec'"),
        let made = RulesReader.limitRange(tree, name: name, into: &check.diagnostics)
      else { return }
      limitRanges[namespace, default: []].append(made)
    case "ResourceQuota":
      guard let spec = node["spec"],
        let tree = check.check(spec, .mapping(RuleKeys.quota), what: "'spec'")
      else { return }
      let status = node["status"].flatMap { status -> OriginTree? in
        check.check(status, .mapping(Self.status), what: "'status'")
      }
      // Before the quota controller has counted, nothing is refused.
      let hard = node["status"] == nil ? tree["hard"] : status?["hard"]
      let made = RulesReader.quota(
        tree, hard: hard, used: status?["used"], name: name, into: &check.diagnostics)
      if let made { quotas[namespace, default: []].append(made) }
    default: break
    }
  }

  private static let status: [ConfigSchema.Key] = [
    .init(
      "hard", .strings(key: .labelKey, value: .quantity),
      "The amounts that the namespace can have."),
    RuleKeys.used,
  ]
}
