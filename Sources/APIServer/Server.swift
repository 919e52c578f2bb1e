import Diagnostics
public import PodAPI

/// An API server, as far as it creates PodTemplates and pods.
///
/// It decodes what is sent, fills in defaults, lets admission plugins change pods, takes away what
/// is behind closed feature gates, holds the rest against its rules, and says what it keeps.
public struct Server: Sendable {
  /// Its version and gates.
  public let release: ServerRelease
  let classes: ClusterClasses
  let dropping: FieldDropping

  /// Makes a server.
  public init(_ release: ServerRelease, classes: ClusterClasses = ClusterClasses()) {
    self.release = release
    self.classes = classes
    dropping = FieldDropping(release)
  }

  /// Answers a request.
  public func create(_ request: CreateRequest) -> CreateAnswer {
    switch decoded(request) {
    case .failure(let refused): .refused(refused)
    case .success(let object):
      switch request.kind {
      case .podTemplate: create(template: object)
      case .pod: create(pod: object)
      }
    }
  }

  private func decoded(_ request: CreateRequest) -> Result<DecodedObject, RefusedRequest> {
    let value: ManifestValue
    var complaints: [String] = []
    switch request.body {
    case .value(let given): value = given
    case .text(let bytes):
      do throws(Manifest.Fault) {
        let reading = try Manifest.read(bytes)
        (value, complaints) = (reading.value, reading.complaints)
      } catch {
        return .failure(RefusedRequest(stage: .decoding, [(nil, error.reason)]))
      }
    }
    return DecodedObject.make(value, request, complaints: complaints, minor: release.minor)
  }

  private func create(template object: DecodedObject) -> CreateAnswer {
    var template = object.body
    let spec = template.part(.spec) ?? PodObject()
    template[.spec] = .object(ResourceDefaults.rounded(PodDefaults.template(spec)))
    let prepared = prepare(
      template: PodObject([
        .init(.metadata, .object(object.metadata)), .init(.template, .object(template)),
      ]))
    guard prepared.refusals.isEmpty else {
      return .refused(RefusedRequest(stage: .validation, refusals: prepared.refusals))
    }
    return .stored(
      StoredObject(metadata: object.metadata.kept, template: prepared.object.part(.template)))
  }

  private func create(pod object: DecodedObject) -> CreateAnswer {
    let spec: PodObject
    do throws(RefusedRequest) {
      spec = try admit(completed(object.body))
    } catch {
      return .refused(error)
    }
    let pod = prepare(podMetadata: object.metadata, spec: spec, isNamed: true)
    guard pod.refusals.isEmpty else {
      return .refused(RefusedRequest(stage: .validation, refusals: pod.refusals))
    }
    if let refusal = lastRefusal(of: pod.spec) { return .refused(refusal) }
    let status = PodStatus(
      quality: PodQuality.of(pod.spec, on: release),
      isGated: !pod.spec.items(.schedulingGates).isEmpty)
    return .stored(StoredObject(metadata: pod.metadata.kept, spec: pod.spec, status: status))
  }
}

extension PodObject {
  /// Metadata without what differs from run to run, and what only the server says.
  fileprivate var kept: PodObject {
    var metadata = self
    // Whatever name is made up, it is another one the next time.
    let prefix = text(.generateName)
    if !prefix.isEmpty, text(.name) == prefix + DecodedObject.madeUp {
      metadata[.name] = .string(prefix + "?????")
    }
    let own = [
      "uid", "creationTimestamp", "managedFields", "resourceVersion", "generation", "selfLink",
      "deletionTimestamp", "deletionGracePeriodSeconds",
    ]
    for field in own {
      metadata[FieldName(known: field)] = nil
    }
    return metadata
  }
}

extension RefusedRequest {
  /// Something wrong that has no place in the object, or one place.
  init(stage: Stage, _ words: [(FieldName?, String)]) {
    self.init(
      stage: stage,
      refusals: words.map { field, message in
        Refusal(
          field: FieldPath(field.map { [.field($0)] } ?? []), kind: .invalid, message: message)
      })
  }
}
