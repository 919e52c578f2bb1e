import APIServer
import JSONText
import PodAPI
import Values

/// A PodTemplate or a pod as servers of several versions take it.
struct SentTemplate {
  let text: String
  var kind = RequestKind.podTemplate

  /// The spec of one container with fields, and fields of the pod.
  init(
    _ container: String = "", pod: String = "", kind: RequestKind = .podTemplate,
    name: String = "t", metadata: String = ""
  ) {
    self.init(
      spec: ValidationTests.container(container, pod: pod), kind: kind, name: name,
      metadata: metadata)
  }

  init(
    spec: String, kind: RequestKind = .podTemplate, name: String = "t", metadata: String = ""
  ) {
    let more = metadata.isEmpty ? "" : ", \(metadata)"
    let metadata = #""metadata": {"name": "\#(name)", "namespace": "default"\#(more)}"#
    text =
      kind == .pod
      ? #"{"apiVersion": "v1", "kind": "Pod", \#(metadata), "spec": \#(spec)}"#
      : #"{"apiVersion": "v1", "kind": "PodTemplate", \#(metadata), "template": {"spec": \#(spec)}}"#
    self.kind = kind
  }

  func answer(of minor: Int, _ switched: [ServerGate: Bool] = [:]) -> CreateAnswer {
    Server(ServerRelease(minor: minor, switched: switched)).create(
      CreateRequest(kind: kind, validation: .ignore, body: .text(Array(text.utf8))))
  }

  /// The refusals; nil if it is stored.
  func refusals(by minor: Int, _ switched: [ServerGate: Bool] = [:]) -> [String]? {
    switch answer(of: minor, switched) {
    case .stored: nil
    case .refused(let request): request.refusals.map { "\($0.kind.rawValue) \($0.path)" }
    }
  }

  /// A value of what is kept, by a way such as `containers.0.resizePolicy` through the spec.
  func kept(by minor: Int, _ way: String, _ switched: [ServerGate: Bool] = [:]) -> PlainValue? {
    guard case .stored(let object) = answer(of: minor, switched),
      let spec = object.spec ?? object.template?[.spec]?.object
    else { return nil }
    var value: PlainValue? = PodValue.object(spec).plain
    for step in way.split(separator: ".") {
      if let index = Int(step) {
        let items = value?.items ?? []
        value = items.indices.contains(index) ? items[index] : nil
      } else {
        value = value?[String(step)]
      }
    }
    return value
  }
}
