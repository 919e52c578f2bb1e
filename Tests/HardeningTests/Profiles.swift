import Model
import TestSupport
import Values

/// A profile of these sections.
func profile(
  pod: TreeLiteral = [:], containers: TreeLiteral = [:], primary: TreeLiteral = [:],
  initContainers: TreeLiteral = [:], copilot: TreeLiteral = [:]
) -> Profile {
  Profile(
    names: ["test"], claim: nil, pod: pod.tree, containers: containers.tree,
    primary: primary.tree, initContainers: initContainers.tree, copilot: copilot.tree,
    podMetadata: .empty)
}
