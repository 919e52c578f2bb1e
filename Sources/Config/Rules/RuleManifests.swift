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

  /// The objects of a template that flyteadmin never makes; nil: it makes them all.
  public private(set) var unmade: Unmade?

  /// The place of all objects; nil: each has its own.
  private let origin: Origin?
  /// True if an object, right or wrong, is of one of the two kinds.
  private var hasAny = false

  /// Why flyteadmin never makes objects of a template: it decodes one object of a file, and no API is for
  /// lists (`prepareDynamicCreate`, all releases of v1).
  public enum Unmade: Sendable {
    /// They are behind the first document.
    case laterDocument
    /// They are in a list.
    case list
  }

  /// Reads a file of the user's; nil after a fault.
  public init?(_ file: SourceFile, into diagnostics: inout DiagnosticList) {
    origin = nil
    let before = diagnostics.errorCount
    guard let objects = ManifestItems(file, into: &diagnostics) else { return nil }
    var check = SchemaCheck(diagnostics: diagnostics)
    for item in objects.items { add(item, &check) }
    if !hasAny, !objects.isEmptyList {
      check.diagnostics.error(
        .wrongValue, "the file has neither a LimitRange nor a ResourceQuota", at: objects.start,
        hint: "write it with '\(Self.command)'")
    }
    diagnostics = check.diagnostics
    if diagnostics.errorCount != before { return nil }
  }

  /// Reads what flyteadmin makes of a template, which is the object of the first document; nil after a fault.
  /// - Parameter origin: of the template.
  public init?(
    template: SourceFile, at origin: Origin, into diagnostics: inout DiagnosticList
  ) {
    self.origin = origin
    let before = diagnostics.errorCount
    guard let documents = ManifestItems.documents(template, into: &diagnostics) else { return nil }
    if let first = documents.first, !first.isList {
      var check = SchemaCheck(diagnostics: diagnostics)
      add(first, &check)
      diagnostics = check.diagnostics
    }
    if documents.dropFirst().contains(where: Self.holdsRules) { unmade = .laterDocument }
    if let first = documents.first, first.isList, Self.holdsRules(first) { unmade = .list }
    if diagnostics.errorCount != before { return nil }
  }

  /// The namespaces that objects name, in order; an empty name where objects name none.
  public var namespaces: [String] {
    (Array(limitRanges.keys) + Array(quotas.keys)).distinct.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Returns whether it has objects for a namespace.
  public func has(_ namespace: String) -> Bool {
    [namespace, ""].contains { limitRanges[$0] != nil || quotas[$0] != nil }
  }

  private static let command = "kubectl get limitrange,resourcequota -A -o yaml"
  private static let kinds = [LimitRange.kind, ResourceQuota.kind]

  private static func holdsRules(_ node: YAMLNode) -> Bool {
    node.isList
      ? node["items"]?.items.contains(where: holdsRules) == true
      : kinds.contains(node["kind"]?.string ?? "")
  }

  private mutating func add(_ node: YAMLNode, _ check: inout SchemaCheck) {
    guard let kind = node["kind"], let text = kind.string,
      let meant = NearestName.of(text, among: Self.kinds)
    else { return }
    hasAny = true
    guard text == meant else {
      check.diagnostics.error(
        .wrongValue, "Kubernetes has no kind '\(text)'", of: text, at: kind.span, .name(meant))
      return
    }
    guard let spec = node["spec"] else {
      let key = text == LimitRange.kind ? RuleKeys.limitRange.first : RuleKeys.quota.first
      check.diagnostics.error(
        .missingKey, "'spec' is missing in the \(text) '\(node.objectName)'", at: node.span,
        hint: "add 'spec: { \(key?.line ?? "") }'")
      return
    }
    if text == LimitRange.kind {
      addLimitRange(node, spec, &check)
    } else {
      addQuota(node, spec, &check)
    }
  }

  private mutating func addLimitRange(
    _ node: YAMLNode, _ spec: YAMLNode, _ check: inout SchemaCheck
  ) {
    guard let tree = check.check(spec, .mapping(RuleKeys.limitRange), what: "'spec'"),
      let made = RulesReader.limitRange(
        tree, name: node.objectName, at: origin, into: &check.diagnostics)
    else { return }
    limitRanges[node.objectNamespace, default: []].append(made)
  }

  private mutating func addQuota(
    _ node: YAMLNode, _ spec: YAMLNode, _ check: inout SchemaCheck
  ) {
    guard let tree = check.check(spec, .mapping(RuleKeys.quota), what: "'spec'") else { return }
    let status = node["status"].flatMap { status -> OriginTree? in
      check.check(status, .mapping(Self.status), what: "'status'")
    }
    // Before the quota controller has counted, nothing is refused.
    let hard = node["status"] == nil ? tree["hard"] : status?["hard"]
    let made = RulesReader.quota(
      tree, hard: hard, used: status?["used"], name: node.objectName, at: origin,
      into: &check.diagnostics)
    if let made { quotas[node.objectNamespace, default: []].append(made) }
  }

  private static let status: [ConfigSchema.Key] = [
    .init(
      "hard", .strings(key: .labelKey, value: .quantity),
      "The amounts that the namespace can have."),
    RuleKeys.used,
  ]
}

extension YAMLNode {
  /// The namespace of an object; empty without one.
  fileprivate var objectNamespace: String { self["metadata"]?["namespace"]?.string ?? "" }
}
