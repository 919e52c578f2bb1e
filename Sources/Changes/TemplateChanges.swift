import Deployments
import Values

/// The differences between two templates as they are written.
struct TemplateChanges {
  private(set) var findings: [Finding] = []
  private let pair: TemplatePair

  /// - Parameter server: minor version of the API server after.
  init(_ pair: TemplatePair, server: Int) {
    self.pair = pair
    guard let before = pair.before?.template, let after = pair.after?.template else { return }
    claim(before.claim, after.claim, server)
    let own = VolumeKind.own(PlainValue(before.spec), PlainValue(after.spec))
    let object = ChangePath(fields: ["metadata"])
    let pod = ChangePath(fields: ["template", "metadata"])
    compare(before.labels, after.labels, at: object.field("labels"), own)
    compare(before.annotations, after.annotations, at: object.field("annotations"), own)
    compare(before.podLabels, after.podLabels, at: pod.field("labels"), own)
    compare(before.podAnnotations, after.podAnnotations, at: pod.field("annotations"), own)
    compare(before.spec, after.spec, at: Self.spec, own)
  }

  /// The path of the pod's spec in a PodTemplate.
  private static let spec = ChangePath(fields: ["template", "spec"])

  private mutating func claim(_ before: Claim?, _ after: Claim?, _ server: Int) {
    func words(_ claim: Claim?) -> PlainValue? {
      claim.map { .string("\($0.level):\($0.version)") }
    }
    guard words(before) != words(after) else { return }
    findings.append(
      Finding(
        .claim,
        ValueChange(
          path: ChangePath(fields: ["podSecurity"]), before: words(before), after: words(after)),
        stated: ClaimOrder.meaning(before, after, server: server), groups: pair.groups,
        template: pair.name, profiles: pair.after?.template.profiles ?? [],
        origin: after?.origin))
  }

  private mutating func compare(
    _ before: OriginTree, _ after: OriginTree, at root: ChangePath, _ own: TextSet
  ) {
    let changes = TreeComparison.changes(
      before.isEmpty ? nil : PlainValue(before), after.isEmpty ? nil : PlainValue(after), at: root)
    for change in changes where !Self.isScaffold(change) {
      let field = TemplateField.of(change.path)
      let stated: Meaning =
        if change.isMove { .neutral } else if let field {
          SecurityFields.meaning(of: field, change.before, change.after, own: own)
        } else { .neutral }
      findings.append(
        Finding(
          .field, change, stated: stated, groups: pair.groups, field: field, template: pair.name,
          profiles: pair.after?.template.profiles ?? [],
          origin: OriginSearch.origin(of: change.path.dropping(root.steps.count), in: after)))
    }
  }

  /// True if it only comes with a container that is added or removed: its name, and the image that
  /// is never pulled.
  private static func isScaffold(_ change: ValueChange) -> Bool {
    guard change.before == nil || change.after == nil, change.path.steps.count == 5,
      case .field(let name)? = change.path.steps.last
    else { return false }
    return name == "name"
      || name == "image" && (change.before ?? change.after) == .string(PodTemplate.placeholder)
  }
}

/// The field of a pod or a container that a path of a template means.
enum TemplateField {
  /// Nil for what reaches no pod.
  static func of(_ path: ChangePath) -> ChangePath? {
    let metadata = ChangePath(fields: ["template"])
    guard let inner = path.relative(to: metadata) else { return nil }
    guard let spec = inner.relative(to: ChangePath(fields: ["spec"])) else { return inner }
    guard spec.steps.count > 2, case .field(let list) = spec.steps[0],
      list == "containers" || list == "initContainers", case .entry = spec.steps[1]
    else { return spec }
    return spec.dropping(2)
  }

  /// The container of a template that a path is in; nil where it is in none.
  static func container(of path: ChangePath) -> String? {
    guard path.steps.count > 4, path.steps[1] == .field("spec"),
      path.steps[2] == .field("containers") || path.steps[2] == .field("initContainers"),
      case .entry(let name) = path.steps[3]
    else { return nil }
    return name.text
  }
}
