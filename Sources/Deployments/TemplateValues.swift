import Values

/// The values and the claim of a template, wherever they are written: equal ones give equal pods.
public struct TemplateValues: Sendable, Hashable {
  @Bytewise private var name: String
  private let podLabels: PlainValue
  private let podAnnotations: PlainValue
  private let spec: PlainValue
  @Bytewise private var level: String?
  private let minor: Int?

  /// Makes the values of a template.
  public init(_ template: PodTemplate) {
    name = template.name
    podLabels = PlainValue(template.podLabels)
    podAnnotations = PlainValue(template.podAnnotations)
    spec = PlainValue(template.spec)
    level = template.claim?.level
    minor = template.claim?.minor
  }
}
