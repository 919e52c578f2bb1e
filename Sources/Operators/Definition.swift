import Flyte
import PodAPI
import Values

/// A custom resource definition, as far as it changes what an operator sees: fields that it lacks are
/// dropped by the API server, others get defaults.
struct Definition {
  /// The minor version of the Pod API that its pods are made from; nil: it drops nothing.
  let minor: Int?

  /// The pod of a template, as the operator sees it.
  func pod(_ role: PodRole, _ template: PlainValue?) -> RolePod {
    RolePod(
      role, metadata: Self.metadata(template?["metadata"]), spec: spec(template?["spec"]))
  }

  /// The spec of a pod, as the operator sees it.
  func spec(_ value: PlainValue?) -> PodObject {
    let decoder = minor.map { PodDecoder(minor: $0) } ?? .newest
    var spec = decoder.decode(value ?? .null, as: "PodSpec")
    guard minor != nil else { return spec }
    for list in FieldName.containerLists {
      for index in (spec[list]?.items ?? []).indices {
        spec.changeContainer(index, in: list) { container in
          guard let ports = container[.ports]?.items else { return }
          container[.ports] = .list(
            ports.map { port in
              guard var object = port.object, object[.protocol] == nil else { return port }
              object[.protocol] = .string("TCP")
              return .object(object)
            })
        }
      }
    }
    return spec
  }

  private static func metadata(_ value: PlainValue?) -> PodObject {
    PodDecoder.newest.decode(value ?? .null, as: "ObjectMeta")
  }
}
