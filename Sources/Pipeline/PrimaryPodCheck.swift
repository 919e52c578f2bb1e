import APIServer
import Deployments
import Diagnostics
import Flyte
import Judgment
import PodAPI
import Values

/// Finds the templates that break pod tasks whose container is called `primary`, as flytekit calls it:
/// v1.15.1 to v1.16.2 lay the template's `primary` under such a container twice, once for its role and
/// once for its name (flyte#6958, mended by flyte#6733).
struct PrimaryPodCheck {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func run(into diagnostics: inout DiagnosticList) {
    // Elsewhere a container of that name is like any other.
    guard deployment.behaviors.containerMerge == .byName, !deployment.behaviors.ignoresTemplates
    else { return }
    var said: Set<Origin> = []
    for judged in Judgment(deployment: deployment).templates(tasks: [.pod, .podPrimary]) {
      let pods = judged.tasks.map(\.main)
      guard pods.count == 2, pods[0].refusals.isEmpty else { continue }
      // No more are shown.
      for refusal in pods[1].refusals.prefix(200) {
        let place = RefusedPlace(refusal.path, of: pods[1], template: judged.template)
        if let origin = place.origin, !said.insert(origin).inserted { continue }
        diagnostics.warning(
          .twiceMerged,
          "pod tasks whose container is named 'primary', as in flytekit, are refused: \(deployment.version) applies 'primary' to it twice, and the API server says about '\(place.field)': \(refusal.message)",
          at: place.origin?.span, notes: [Diagnostic.Note("in cluster '\(deployment.name)'")],
          hint: "set it in 'containers', or move to v1.16.3 or later")
      }
    }
  }
}

extension JudgedPod {
  /// The API server's refusals of it.
  fileprivate var refusals: [Refusal] {
    if case .refused(let refusals) = outcome { return refusals }
    return []
  }
}

/// The place of a refusal, `spec.containers[0].volumeMounts[1].mountPath`, in the `primary` of the
/// template that brings it about.
private struct RefusedPlace {
  /// The field, below its container.
  let field: String
  let origin: Origin?

  init(_ path: String, of judged: JudgedPod, template: PodTemplate) {
    let steps = path.split(separator: ".").map(String.init)
    let rest = Array(steps.dropFirst(2))
    field = rest.isEmpty ? path : rest.joined(separator: ".")
    let entry = template.spec["containers"]?.items.first { $0["name"]?.string == "primary" }
    let words = rest.first?.split(whereSeparator: { "[]".contains($0) }) ?? []
    guard let name = words.first, let list = entry?[String(name)] else {
      origin = entry?.origin
      return
    }
    let containers = judged.pod?.spec[.containers]?.items ?? []
    let refused = words.dropFirst().first.flatMap { Int($0) }.flatMap { index -> PodObject? in
      let items = FieldName(String(name)).flatMap { containers.first?.object?[$0]?.items } ?? []
      return items.indices.contains(index) ? items[index].object : nil
    }
    // The item that says the same, of the two that are now one too many.
    let item = list.items.first { item in
      item.entries.allSatisfy { entry in
        FieldName(entry.key).flatMap { refused?[$0]?.plain } == PlainValue(entry.value)
      }
    }
    let key = rest.dropFirst().first
    origin = (key.flatMap { item?[$0] } ?? item ?? list).origin
  }
}
