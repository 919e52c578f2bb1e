public import Deployments
public import Values

/// A PodTemplate that exists.
public struct FoundTemplate: Sendable {
  /// The namespace that it says; nil: none.
  public let namespace: String?
  /// What it says.
  public let template: PodTemplate
  /// Where its name stands.
  public let origin: Origin
}
