import Config
import Diagnostics
import Judges
import Values

/// Objects of one kind and name in one namespace: Kubernetes has one of them, wherever it is described.
struct SameObjects {
  /// The places of descriptions that contradict each other and were reported.
  private var told: Set<[Origin]> = []

  /// The objects of a namespace, each once; contradictions go to `diagnostics`.
  /// - Parameter unnamed: the places of objects of the config without a name, each of which is another one.
  mutating func once<Object: NamespaceObject>(
    _ objects: [Object], but unnamed: Set<Origin>, in namespace: String,
    into diagnostics: inout DiagnosticList
  ) -> [Object] {
    guard objects.count > 1 else { return objects }
    var found: [Object] = []
    var positions: TextMap<Int> = [:]
    for object in objects {
      guard !object.name.isEmpty, !unnamed.contains(object.origin),
        let position = positions[object.name]
      else {
        if !unnamed.contains(object.origin) { positions[object.name] = found.count }
        found.append(object)
        continue
      }
      let first = found[position]
      if let joined = first.joined(with: object) {
        found[position] = joined
      } else if told.insert([first.origin, object.origin]).inserted {
        diagnostics.error(
          .wrongValue,
          "the namespace '\(namespace)' has two descriptions of the \(Object.kind) '\(object.name)', which differ",
          at: object.origin.span, notes: [.init("the other one is here", at: first.origin.span)],
          hint: "remove the one that is wrong, or give one of them another name")
      }
    }
    return found
  }
}
