import Diagnostics
import PodAPI

/// A request's object as the API's types have it.
struct DecodedObject {
  /// The object's own metadata; where only a prefix is given, with a name that begins with it.
  let metadata: PodObject
  /// The template of a PodTemplate, the spec of a pod.
  let body: PodObject

  /// Decodes a value.
  /// - Parameter complaints: what the reader found that strict decoding refuses.
  static func make(
    _ value: ManifestValue, _ request: CreateRequest, complaints: [String], minor: Int
  ) -> Result<DecodedObject, RefusedRequest> {
    func refused(_ words: [(FieldName?, String)]) -> Result<DecodedObject, RefusedRequest> {
      .failure(RefusedRequest(stage: .decoding, words))
    }
    if let words = headFault(value, request.kind) { return refused([(nil, words)]) }
    var decoder = ManifestDecoder(minor: minor)
    let bodyField: FieldName = request.kind == .pod ? .spec : .template
    let bodyType = request.kind == .pod ? "PodSpec" : "PodTemplateSpec"
    var metadata = PodObject()
    var body = PodObject()
    var seen = Set<[UInt8]>()
    for entry in value.entries {
      if !seen.insert(Array(entry.key.utf8)).inserted {
        decoder.complain(.word(entry.key), "appears twice")
      }
      switch entry.key {
      case "metadata":
        metadata = decoder.decode(
          entry.value, as: "ObjectMeta", at: [.field(.metadata)], onto: metadata)
      case bodyField.text:
        body = decoder.decode(entry.value, as: bodyType, at: [.field(bodyField)], onto: body)
      case "apiVersion", "kind": break
      // What a new pod says of its status is not looked at.
      case "status" where request.kind == .pod: break
      default: decoder.complain(.word(entry.key), "\(request.kind.rawValue) has no such field")
      }
    }
    if !decoder.faults.isEmpty {
      return .failure(RefusedRequest(stage: .decoding, refusals: decoder.faults))
    }
    if request.validation == .strict, !decoder.complaints.isEmpty || !complaints.isEmpty {
      let told = complaints.map { Refusal(field: FieldPath([]), kind: .invalid, message: $0) }
      return .failure(RefusedRequest(stage: .decoding, refusals: told + decoder.complaints))
    }
    let namespace = metadata.text(.namespace)
    guard namespace.isEmpty || namespace == request.namespace else {
      return refused([(.namespace, "is not the namespace that the object is sent to")])
    }
    return .success(DecodedObject(metadata: named(metadata, request.namespace), body: body))
  }

  /// The fault in the kind that an object names.
  private static func headFault(_ value: ManifestValue, _ kind: RequestKind) -> String? {
    switch value {
    case .null, .mapping: break
    default: return "an object must be a mapping, not \(value.kindWords)"
    }
    for (key, wanted) in [("apiVersion", "v1"), ("kind", kind.rawValue)] {
      guard let said = value[key] else { continue }
      switch said {
      case .null: continue
      case .string(let text) where text.isEmpty || text == wanted: continue
      default: return "'\(key)' must be \(wanted), not \(said.kindWords)"
      }
    }
    return nil
  }

  /// Stands for the end of a name that the server makes up.
  static let madeUp = "xxxxx"

  private static func named(_ metadata: PodObject, _ namespace: String) -> PodObject {
    var metadata = metadata
    metadata[.namespace] = .string(namespace)
    let prefix = metadata.text(.generateName)
    if metadata.text(.name).isEmpty, !prefix.isEmpty {
      let cut = String(decoding: Array(prefix.utf8.prefix(58)), as: UTF8.self)
      metadata[.name] = .string(cut + madeUp)
    }
    return metadata
  }
}
