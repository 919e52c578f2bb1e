public import Flyte

/// The outcome of a resource.
public enum OperatorOutcome: Sendable, Hashable {
  /// The operator makes these pods, one of each role.
  case pods([RolePod])
  /// Something refuses it, so there is no pod.
  case refused(OperatorRefusal)
}

/// The reason why an operator makes no pod of a resource.
public enum OperatorRefusal: Error, Sendable, Hashable {
  /// No version of the CRD serves the resource's.
  case notServed(apiVersion: ByteText)
  /// Spark cannot read the template, because it knows none of its containers or none at all.
  case templateUnreadable
  /// The operator's webhook does not find the container that it changes, and denies the pod.
  case containerMissing
  /// Knative takes none of these fields.
  case fields([ByteText])

  /// True if the CRD refuses the resource; else the operator does.
  public var isByDefinition: Bool {
    if case .notServed = self { return true }
    return false
  }
}
