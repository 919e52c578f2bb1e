public import Diagnostics
public import Judges
import Values
import YAMLTree

/// The SCCs of a file, as `kubectl get scc -o yaml` prints them.
public struct ConstraintManifests: Sendable {
  private let found: ConstraintList
  private let isWhole: Bool

  /// The SCCs of the cluster. If the file lacks some that every OpenShift has, it is only a part: then those
  /// that OpenShift comes with are there as well, but for those of the same names.
  /// - Parameter minor: the version of Kubernetes.
  public func constraints(onKubernetes minor: Int) -> ConstraintList {
    guard !isWhole else { return found }
    let names = TextSet(found.items.map(\.name))
    let others = SecurityContextConstraint.shipped(onKubernetes: minor)
    return ConstraintList(found.items + others.filter { !names.contains($0.name) })
  }

  /// Reads a file; nil after a fault.
  public init?(_ file: SourceFile, into diagnostics: inout DiagnosticList) {
    let before = diagnostics.errorCount
    guard let objects = ManifestItems(file, into: &diagnostics) else { return nil }
    let nodes = objects.items.filter { $0["kind"]?.string == "SecurityContextConstraints" }
    var check = SchemaCheck(diagnostics: diagnostics)
    var found: [SecurityContextConstraint] = []
    var names = TextSet()
    for node in nodes {
      let name = node.objectName
      if name.isEmpty || !names.insert(name).inserted {
        check.diagnostics.error(
          .wrongValue, name.isEmpty ? "an SCC has no name" : "the SCC '\(name)' is there twice",
          at: (node["metadata"]?["name"] ?? node).span,
          hint: "write the file again with 'kubectl get scc -o yaml'")
      }
      let own = node.without(["apiVersion", "kind", "metadata"])
      guard let tree = check.check(own, .mapping(ConstraintKeys.object), what: "the SCC '\(name)'"),
        !tree.holdsBroken
      else { continue }
      if let made = ConstraintObject(tree, name: name).constraint(into: &check.diagnostics) {
        found.append(made)
      }
    }
    if nodes.isEmpty {
      check.diagnostics.error(
        .wrongValue, "the file has no object of the kind SecurityContextConstraints",
        at: objects.start,
        hint: "write it with 'kubectl get scc -o yaml'")
    }
    diagnostics = check.diagnostics
    guard diagnostics.errorCount == before else { return nil }
    isWhole = Self.everywhere.allSatisfy(names.contains)
    self.found = ConstraintList(found)
  }

  /// The SCCs without which OpenShift lets no pod in (`sccadmission`).
  private static let everywhere = [
    "anyuid", "hostaccess", "hostmount-anyuid", "hostnetwork", "hostnetwork-v2", "nonroot",
    "nonroot-v2", "privileged", "restricted", "restricted-v2",
  ]
}
