public import Admission
import PodAPI

extension KubernetesTarget {
  /// The version in which its API server has policies that change pods; nil: it has none.
  public var mutatingVersion: MutatingVersion? { MutatingVersion(release) }
}
