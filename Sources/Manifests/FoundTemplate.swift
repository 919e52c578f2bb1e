public import Deployments
public import Values

/// A PodTemplate that exists.
public struct FoundTemplate: Sendable {
  /// The namespace that it says; nil: none.
  public let namespace: String?
  /// The template.
  public let template: PodTemplate
  /// The place of its name.
  public let origin: Origin
}
