public import Diagnostics
public import Judges
import Model
public import Values

/// Reads the key `scc`.
struct ConstraintReader {
  let kubernetes: KubernetesTarget
  /// The folder that paths are relative to.
  let folder: String

  func read(_ tree: OriginTree, into diagnostics: inout DiagnosticList) -> ConstraintChoice? {
    guard kubernetes.platform == .openshift else {
      diagnostics.error(
        .wrongValue, "only OpenShift has SCCs", at: tree.origin.span,
        hint: "write 'platform: openshift' under 'kubernetes', or remove 'scc'")
      return nil
    }
    guard !tree.holdsBroken else { return nil }
    let usable = (tree["usable"]?.items ?? []).compactMap { item in
      item.string.map { Located($0, origin: item.origin) }
    }
    let file = place(tree["file"])
    if file == nil {
      ConstraintNames(
        SecurityContextConstraint.shipped(onKubernetes: kubernetes.minor), from: "OpenShift",
        isShipped: true
      ).check(usable, into: &diagnostics)
    }
    let namespaces = place(tree["namespaces"])
    let before = diagnostics.errorCount
    if namespaces == nil {
      demand(["uidRange", "mcs"], in: tree, into: &diagnostics)
    } else {
      refuse(["uidRange", "supplementalGroups", "mcs"], in: tree, into: &diagnostics)
    }
    guard diagnostics.errorCount == before else { return nil }
    return ConstraintChoice(
      usable: usable, ranges: ranges(tree), file: file, namespaces: namespaces,
      origin: tree.origin)
  }

  private func place(_ tree: OriginTree?) -> FlyteInstallation.Place? {
    guard let tree, let path = tree.string else { return nil }
    return .init(
      path: SourcePath.resolve(path, from: folder), written: Located(path, origin: tree.origin))
  }

  private func ranges(_ tree: OriginTree) -> NamespaceRanges? {
    guard let users = tree["uidRange"]?.string.flatMap(NamespaceRanges.block),
      let level = tree["mcs"]?.string
    else { return nil }
    let groups = tree["supplementalGroups"]?.string.flatMap(NamespaceRanges.blocks) ?? []
    return NamespaceRanges(users: users, groups: groups, level: level)
  }

  private func demand(
    _ keys: [String], in tree: OriginTree, into diagnostics: inout DiagnosticList
  ) {
    for key in ConstraintKeys.keys where keys.contains(key.name) && tree[key.name] == nil {
      diagnostics.error(
        .missingKey, "'\(key.name)' is missing in 'scc'", at: tree.origin.span,
        hint: "add '\(key.line)', or 'namespaces' with the namespaces' annotations")
    }
  }

  private func refuse(
    _ keys: [String], in tree: OriginTree, into diagnostics: inout DiagnosticList
  ) {
    for entry in tree.entries where keys.contains(entry.key) {
      diagnostics.error(
        .wrongValue, "'\(entry.key)' cannot be combined with 'namespaces', which has it",
        at: entry.keyOrigin.span, hint: "remove one of them")
    }
  }
}

/// The names of a cluster's SCCs.
public struct ConstraintNames {
  private let names: [String]
  private let owner: String
  private let isShipped: Bool

  /// Makes them.
  /// - Parameters:
  ///   - owner: the one that has the SCCs: a file, or OpenShift.
  ///   - isShipped: whether they are those that OpenShift ships.
  public init(
    _ constraints: [SecurityContextConstraint], from owner: String, isShipped: Bool = false
  ) {
    names = constraints.map(\.name)
    self.owner = owner
    self.isShipped = isShipped
  }

  /// Reports names that no SCC has.
  public func check(_ used: [Located<String>], into diagnostics: inout DiagnosticList) {
    for name in used where !names.contains(name.value) {
      diagnostics.error(
        .wrongValue, "\(owner) has no SCC '\(name.value)'", of: name.value, at: name.origin.span,
        .name(NearestName.of(name.value, among: names))
          ?? Correction(
            "its SCCs: \(names.sorted().joined(separator: ", "))\(isShipped ? "; others need 'file', from 'kubectl get scc -o yaml'" : "")"
          ))
    }
  }
}
