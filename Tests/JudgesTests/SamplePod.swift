import APIServer
import JSONText
import Judges
import PodAPI
import Values

/// A pod in JSON, and what a chain of judges makes of it.
enum SamplePod {
  static let server = Server(ServerRelease(minor: 36), classes: .unknown)

  /// A pod with defaults.
  /// - Parameter spec: entries of its spec, with commas between them.
  static func make(_ spec: String, annotations: String = "") throws -> SubmittedPod {
    func read(_ text: String) throws -> PlainValue { try JSONReader.read(Array(text.utf8)) }
    let decoder = PodDecoder(minor: 36)
    return SubmittedPod(
      metadata: decoder.decode(
        try read(#"{"name": "p", "namespace": "tasks", "annotations": {\#(annotations)}}"#),
        as: "ObjectMeta"),
      spec: server.completed(decoder.decode(try read("{\(spec)}"), as: "PodSpec")))
  }

  /// A pod of one container.
  /// - Parameter resources: of the container, `"limits": {"cpu": "1"}`.
  static func container(_ resources: String = "", more: String = "") throws -> SubmittedPod {
    try make(
      #""containers": [{"name": "main", "image": "i:1", "resources": {\#(resources)}}]\#(more)"#)
  }

  /// An init container, behind a comma.
  static func initContainer(_ name: String, _ rest: String = "") -> String {
    #", "initContainers": [{"name": "\#(name)", "image": "i:1"\#(rest)}]"#
  }
}

extension PodMap {
  /// A map of quantities: `["cpu": "1"]`.
  static func amounts(_ amounts: KeyValuePairs<String, String>) -> PodMap {
    PodMap(amounts.map { ($0.key, .string($0.value)) })
  }
}

extension JudgeOutcome {
  /// The words of a refusal; nil for a pod that is let in.
  var words: String? {
    if case .refused(let refusal, _) = self { return refusal.words }
    return nil
  }

  /// The pod, when it is let in.
  var pod: SubmittedPod? {
    if case .admitted(let pod) = self { return pod }
    return nil
  }
}

extension SubmittedPod {
  /// The value at a path: field names and positions.
  subscript(path: String) -> PlainValue? {
    var value: PlainValue? = .mapping([
      .init("metadata", metadata.plain), .init("spec", spec.plain),
    ])
    for step in path.split(separator: "/").map(String.init) {
      if let index = Int(step), let items = value?.items, !items.isEmpty {
        value = index < items.count ? items[index] : nil
      } else {
        value = value?[step]
      }
    }
    return value
  }
}
