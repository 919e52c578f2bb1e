public import PodAPI

/// A pod on its way through admission, with the API server's defaults.
public struct SubmittedPod: Sendable, Hashable {
  /// Its metadata.
  public var metadata: PodObject
  /// Its spec.
  public var spec: PodObject

  /// Makes one.
  public init(metadata: PodObject, spec: PodObject) {
    self.metadata = metadata
    self.spec = spec
  }

  /// The value of an annotation.
  public subscript(annotation key: String) -> String? {
    get { metadata[.annotations]?.map?[key]?.string }
    set {
      var annotations = metadata[.annotations]?.map ?? PodMap()
      annotations[key] = newValue.map { .string($0) }
      metadata[.annotations] = annotations.isEmpty ? nil : .map(annotations)
    }
  }
}
