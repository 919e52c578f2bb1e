import Flyte
import Judgment
import Pipeline
import PodAPI
import Values

/// What an admission policy gives the pod that is explained.
struct PolicyWords {
  let explanation: Explanation

  var lines: [String] {
    guard let governed = explanation.governed, let pod = explanation.pod.pod else { return [] }
    guard let before = governed.without.pod, before.spec != pod.spec else {
      return ["the admission policy '\(governed.policy)' changes nothing in this pod"]
    }
    return ["the admission policy '\(governed.policy)' sets:"]
      + changes(before.spec, pod.spec).map { "  \($0)" }
  }

  private func changes(_ before: PodObject, _ after: PodObject) -> [String] {
    var lines: [String] = []
    if let words = fields(before, after) { lines.append("pod: \(words)") }
    for list in FieldName.containerLists {
      let (old, new) = (before[list]?.items ?? [], after[list]?.items ?? [])
      for (before, after) in zip(old, new) {
        guard let before = before.object, let after = after.object,
          let words = fields(before, after)
        else { continue }
        lines.append("container \(after[.name]?.string ?? ""): \(words)")
      }
    }
    return lines
  }

  /// The fields of a security context that differ; of capabilities each list.
  private func fields(_ before: PodObject, _ after: PodObject) -> String? {
    let old = before[.securityContext]?.object ?? PodObject()
    let new = after[.securityContext]?.object ?? PodObject()
    let names = new.fields.filter { old[$0.name] != $0.value }.flatMap { field -> [String] in
      guard field.name == .capabilities else { return ["securityContext.\(field.name.text)"] }
      let lists = old[.capabilities]?.object ?? PodObject()
      return [FieldName.add, .drop].filter { lists[$0] != field.value.object?[$0] }
        .map { "securityContext.capabilities.\($0.text)" }
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
