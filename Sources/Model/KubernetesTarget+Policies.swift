public import Admission
import PodAPI

extension KubernetesTarget {
  /// True if something runs policies that change pods.
  public var canHavePolicies: Bool { policyEngine == .kyverno || mutatingVersion != nil }

  /// The version in which its API server has policies that change pods; nil: it has none.
  public var mutatingVersion: MutatingVersion? { MutatingVersion(release) }
}
