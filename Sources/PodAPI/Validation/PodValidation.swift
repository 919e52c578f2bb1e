/// What the API server refuses, of what hardening and Flyte can bring about (Kubernetes 1.36's
/// validation of pods and pod templates). The words are this project's.
public enum PodValidation {
  /// One refusal.
  public struct Refusal: Sendable, Hashable {
    /// The field, `spec.containers[0].securityContext`.
    public let path: String
    /// Why.
    public let message: String
  }

  /// The refusals of a PodTemplate, with its defaults filled in.
  public static func podTemplate(_ object: PodObject) -> [Refusal] {
    let template = object[.template]?.object ?? PodObject()
    var check = ValidationPass(isTemplate: true)
    check.metadata(object[.metadata]?.object, isNameNeeded: true, path: { "metadata" })
    check.annotated(template[.metadata]?.object, { "template.metadata" })
    check.spec(
      template[.spec]?.object ?? PodObject(), annotations: annotations(template),
      path: { "template.spec" }, metadataPath: { "template.metadata" })
    return check.refusals
  }

  /// The refusals of a pod, with its defaults filled in.
  public static func pod(metadata: PodObject?, spec: PodObject) -> [Refusal] {
    var check = ValidationPass(isTemplate: false)
    check.annotated(metadata, { "metadata" })
    check.spec(
      spec, annotations: metadata?[.annotations]?.map, path: { "spec" },
      metadataPath: { "metadata" })
    return check.refusals
  }

  private static func annotations(_ template: PodObject) -> PodMap? {
    template[.metadata]?.object?[.annotations]?.map
  }
}

/// One look at an object; collects.
struct ValidationPass {
  let isTemplate: Bool
  private(set) var refusals: [PodValidation.Refusal] = []

  init(isTemplate: Bool) { self.isTemplate = isTemplate }

  mutating func refuse(_ path: @autoclosure () -> String, _ message: @autoclosure () -> String) {
    refusals.append(PodValidation.Refusal(path: path(), message: message()))
  }

  mutating func metadata(_ metadata: PodObject?, isNameNeeded: Bool, path: () -> String) {
    let name = metadata?[.name]?.string ?? ""
    if isNameNeeded, !ObjectNames.isSubdomain(name) {
      refuse("\(path()).name", "must be a DNS subdomain in lower case")
    }
    annotated(metadata, path)
  }

  /// Labels and annotations.
  mutating func annotated(_ metadata: PodObject?, _ path: () -> String) {
    labels(metadata?[.labels]?.map, { "\(path()).labels" })
    var size = 0
    for entry in metadata?[.annotations]?.map?.entries ?? [] {
      size += entry.key.utf8.count + (entry.value.string?.utf8.count ?? 0)
      if !ObjectNames.isQualified(entry.key.lowercased()) {
        refuse("\(path()).annotations", "'\(entry.key)' is not an annotation key")
      }
    }
    if size > 262_144 { refuse("\(path()).annotations", "are over 262144 bytes together") }
  }

  mutating func labels(_ labels: PodMap?, _ path: () -> String) {
    for entry in labels?.entries ?? [] {
      if !ObjectNames.isQualified(entry.key) {
        refuse(path(), "'\(entry.key)' is not a label key")
      }
      if let value = entry.value.string, !ObjectNames.isLabelValue(value) {
        refuse(path(), "'\(value)' is not a label value")
      }
    }
  }
}
