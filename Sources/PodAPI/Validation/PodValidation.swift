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
    check.spec(
      template[.spec]?.object ?? PodObject(), annotations: annotations(template),
      path: { "template.spec" }, metadataPath: { "template.metadata" })
    return check.refusals
  }

  /// The refusals of a pod, with its defaults filled in.
  public static func pod(metadata: PodObject?, spec: PodObject) -> [Refusal] {
    var check = ValidationPass(isTemplate: false)
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
    labels(metadata, path)
  }

  mutating func labels(_ metadata: PodObject?, _ path: () -> String) {
    for entry in metadata?[.labels]?.map?.entries ?? [] {
      if !ObjectNames.isQualified(entry.key) {
        refuse("\(path()).labels", "'\(entry.key)' is not a label key")
      }
      if let value = entry.value.string, !ObjectNames.isLabelValue(value) {
        refuse("\(path()).labels", "'\(value)' is not a label value")
      }
    }
    for entry in metadata?[.annotations]?.map?.entries ?? []
    where !ObjectNames.isQualified(entry.key.lowercased()) {
      refuse("\(path()).annotations", "'\(entry.key)' is not an annotation key")
    }
  }
}
