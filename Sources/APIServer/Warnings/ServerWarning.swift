public import PodAPI

/// Something that an API server stores and warns of (`pkg/api/pod/warnings.go`, 1.25 to 1.36). The
/// words are this project's.
public struct ServerWarning: Sendable, Hashable {
  /// Its place.
  public let place: FieldPath
  /// The reason, and what to write instead.
  public let message: String
}

extension Server {
  /// The warnings about a PodTemplate that has its defaults and is not refused.
  public func warnings(ofTemplate object: PodObject) -> [ServerWarning] {
    let template = object.part(.template) ?? PodObject()
    var pass = ValidationPass(release: release, isPod: false)
    pass.within(.template) { pass in
      pass.warnings(
        metadata: template.part(.metadata) ?? PodObject(),
        spec: template.part(.spec) ?? PodObject())
    }
    // A pass notes in its own words what it finds; here nothing of it is refused.
    return pass.refusals.map { ServerWarning(place: $0.place, message: $0.message) }
  }
}

extension ValidationPass {
  /// Collects the warnings about a pod.
  mutating func warnings(metadata: PodObject, spec: PodObject) {
    within(.metadata) { pass in
      pass.within(.annotations) { $0.annotationWarnings(metadata[.annotations]?.map, spec) }
    }
    within(.spec) { pass in
      pass.labelWarnings(spec)
      pass.networkWarnings(spec)
      pass.volumeWarnings(spec)
      for list in FieldName.containerLists {
        pass.each(list, of: spec) { pass, container, _ in pass.containerWarnings(container) }
      }
    }
  }

  /// Warns of what is looked at.
  mutating func warn(_ message: @autoclosure () -> String) { refuse(.invalid, message()) }

  /// Warns of something below what is looked at.
  mutating func warn(at step: Step, _ message: @autoclosure () -> String) {
    refuse(.invalid, at: step, message())
  }
}
