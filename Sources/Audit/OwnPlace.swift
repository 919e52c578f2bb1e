import APIServer
import Diagnostics
import Flyte
import PodAPI
import Reports
import Values

/// The place where the author of a task sets a value that the API server refuses.
enum OwnPlace {
  /// The place in the file of a task; nil if its author sets nothing there.
  /// - Parameters:
  ///   - path: below the pod: `spec.containers[0].securityContext`.
  ///   - pod: as the API server sees it, where containers may stand in other places.
  static func of(_ path: FieldPath, in task: OwnTask, _ pod: BuiltPod) -> ReportPlace? {
    var steps = path.steps[...]
    guard case .field(let first)? = steps.popFirst(), first.text == "spec" else { return nil }
    var node = task.spec
    if case .field(let list)? = steps.first, list == .containers || list == .initContainers,
      case .index(let index)? = steps.dropFirst().first
    {
      let containers = pod.spec[list]?.items ?? []
      guard containers.indices.contains(index),
        let name = containers[index].object?[.name]?.string,
        let own = task.spec[list.text]?.items.first(where: { $0["name"]?.string == name })
      else { return nil }
      node = own
      steps = steps.dropFirst(2)
    }
    var isSaid = false
    for step in steps {
      let next: OriginTree?
      switch step {
      case .field(let name): next = node[name.text]
      case .word(let word): next = node[word]
      case .key(let key): next = node[key]
      case .index(let index): next = node.items.indices.contains(index) ? node.items[index] : nil
      }
      guard let next else { break }
      node = next
      isSaid = true
    }
    guard isSaid, let span = node.origin.span else { return nil }
    return ReportPlace(path: span.file.path, line: span.line, column: span.column)
  }
}
