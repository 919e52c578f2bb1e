import APIServer
import PodAPI

/// The resources that a LimitRange puts into containers that lack them
/// (`plugin/pkg/admission/limitranger`, all versions).
struct LimitDefaults {
  /// The annotation that says what was put in.
  static let annotation = "kubernetes.io/limit-ranger"

  private let requests: PodMap
  private let limits: PodMap

  init(_ range: LimitRange) {
    let items = range.items.filter { $0.kind == .container }
    // Of two items the later one counts; the API server takes only one of a type.
    requests = items.reduce(PodMap()) { $1.defaultRequests.filled(from: $0) }
    limits = items.reduce(PodMap()) { $1.defaultLimits.filled(from: $0) }
  }

  /// The pod with them. The annotation names the pod's containers before its init containers, though these
  /// run first.
  func put(into pod: SubmittedPod) -> SubmittedPod {
    guard !requests.isEmpty || !limits.isEmpty else { return pod }
    var pod = pod
    var told: [String] = []
    for (list, words) in [
      (FieldName.containers, "container"), (.initContainers, "init container"),
    ] {
      pod.spec.changeItems(list) { container in
        told += put(into: &container, words)
      }
    }
    if !told.isEmpty {
      pod[annotation: Self.annotation] =
        "LimitRanger plugin set: " + told.joined(separator: "; ")
    }
    return pod
  }

  private func put(into container: inout PodObject, _ words: String) -> [String] {
    var resources = container.part(.resources) ?? PodObject()
    var told: [String] = []
    for (field, defaults, word) in [
      (FieldName.requests, requests, "request"), (.limits, limits, "limit"),
    ] {
      let own = resources[field]?.map ?? PodMap()
      let missing = defaults.entries.filter { own[$0.key] == nil }
      guard !missing.isEmpty else { continue }
      resources[field] = .map(own.filled(from: defaults))
      let names = missing.map(\.key).joined(separator: ", ")
      told.append("\(names) \(word) for \(words) \(container.text(.name))")
    }
    if !told.isEmpty { container[.resources] = .object(resources) }
    return told
  }
}
