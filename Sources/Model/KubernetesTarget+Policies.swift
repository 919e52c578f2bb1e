public import Admission
import PodAPI

extension KubernetesTarget {
  /// The version in which its API server has policies that change pods; nil: it has none.
  ///
  /// `v1` from Kubernetes 1.36; `v1beta1` in 1.34 and 1.35, where the gate is off by default. The
  /// `v1alpha1` of 1.32 and 1.33 is not written.
  public var mutatingVersion: MutatingVersion? {
    guard minor >= 34, release.has(.mutatingPolicies) else { return nil }
    return minor >= 36 ? .v1 : .v1beta1
  }
}
