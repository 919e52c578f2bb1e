public import Diagnostics
public import Judges
import PodAPI
public import Values
import YAMLTree

/// The LimitRanges and quotas of a file, as `kubectl get limitrange,resourcequota -A -o yaml` prints
/// them.
public struct RuleManifests: Sendable {
  /// The LimitRanges, by namespace; those that name none under an empty name.
  public private(set) var limitRanges: TextMap<[LimitRange]> = [:]
  /// The quotas, by namespace.
  public private(set) var quotas: TextMap<[ResourceQuota]> = [:]

  /// The place of all objects; nil: each has its own.
  private let origin: Origin?

  /// Reads a file; nil after a fault.
  /// - Parameter origin: of the text, where it is no file of the user's; nil: each object has its own.
  public init?(
    _ file: SourceFile, at origin: Origin? = nil, into diagnostics: inout DiagnosticList
  ) {
    self.origin = origin
    let before = diagnostics.errorCount
    guard let objects = ManifestItems(file, into: &diagnostics) else { return nil }
    var check = SchemaCheck(diagnostics: diagnostics)
    for item in objects.items { add(item, &check) }
    diagnostics = check.diagnostics
    if diagnostics.errorCount != before { return nil }
  }

  private mutating func add(_ node: YAMLNode, _ check: inout SchemaCheck) {
    let kind = node["kind"]?.string
    let name = node.objectName
    let namespace = node["metadata"]?["namespace"]?.string ?? ""
    switch kind {
    case "LimitRange":
      guard let spec = node["spec"],
        let tree = check.check(spec, .mapping(RuleKeys.limitRange), what: "'spec'"),
        let made = RulesReader.limitRange(
          tree, name: name, at: origin, into: &check.diagnostics)
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
        tree, hard: hard, used: status?["used"], name: name, at: origin,
        into: &check.diagnostics)
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
