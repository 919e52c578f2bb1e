import Judgment
import Pipeline
import Values

/// The changes that an admission policy makes to the pod that is explained.
struct PolicyWords {
  let explanation: Explanation

  var lines: [String] {
    guard let policy = explanation.policy, explanation.pod.pod != nil else { return [] }
    let source = FieldOrigin.Source.policy(ByteText(policy))
    let changed = explanation.fields.filter { field in
      field.makers.contains { $0.source == source }
    }
    guard !changed.isEmpty else {
      return ["the admission policy '\(policy)' changes nothing in this pod"]
    }
    var parts: [(part: PodPart, fields: [String])] = []
    for field in changed {
      if parts.last?.part != field.path.part { parts.append((field.path.part, [])) }
      parts[parts.count - 1].fields.append(field.path.words)
    }
    return ["the admission policy '\(policy)' sets:"]
      + parts.map { "  \(name($0.part)): \($0.fields.joined(separator: ", "))" }
  }

  private func name(_ part: PodPart) -> String {
    part.container.map { "container \($0)" } ?? "pod"
  }
}
