import Diagnostics
import PodAPI

/// The changes by the admission plugins that every API server runs: priorities, runtime
/// classes, and the two tolerations of nodes that fail.
struct PodAdmission {
  let classes: ClusterClasses

  /// A refusal of a pod.
  struct Refused: Error {
    let stage: RefusedRequest.Stage
    let refusal: Refusal
  }

  /// A pod as the plugins change it, before it is held against the rules.
  func admit(_ spec: PodObject) throws(Refused) -> PodObject {
    var spec = spec
    try setPriority(&spec)
    tolerateFailures(&spec)
    try setRuntime(&spec)
    return spec
  }

  private func refuse(
    _ field: FieldName, _ message: String, _ kind: Refusal.Kind = .forbidden,
    stage: RefusedRequest.Stage = .admission
  ) -> Refused {
    let path = FieldPath([.field(.spec), .field(field)])
    return Refused(
      stage: stage, refusal: Refusal(field: path, kind: kind, message: message))
  }

  /// Advice on what to write instead of a class that does not exist.
  private static func instead(_ names: [String]) -> String {
    guard !names.isEmpty else { return "remove it" }
    let (some, more) = (names.prefix(8).joined(separator: ", "), names.count > 8 ? ", …" : "")
    return "write \(names.count > 1 ? "one of " : "")\(some)\(more)"
  }

  private func setPriority(_ spec: inout PodObject) throws(Refused) {
    let name = spec.text(.priorityClassName)
    var value: Int64 = 0
    if !name.isEmpty {
      guard let found = classes.priority(of: name) else {
        if classes.mayHavePriority(name) { return }
        throw refuse(
          .priorityClassName,
          "there is no priority class \(quoted: name); \(Self.instead(classes.priorityChoices))",
          .notFound)
      }
      value = found
    }
    if let said = spec[.priority]?.integer, said != value {
      throw refuse(.priority, "must be \(value), as in its priority class; remove it")
    }
    spec[.priority] = .integer(value)
    let policy = classes.neverPreempting.contains(name) ? "Never" : "PreemptLowerPriority"
    if let said = spec[.preemptionPolicy]?.string, said != policy {
      throw refuse(.preemptionPolicy, "must be \(policy), as in its priority class; remove it")
    }
    spec[.preemptionPolicy] = .string(policy)
  }

  private static let failures = ["not-ready", "unreachable"].map { "node.kubernetes.io/\($0)" }

  private func tolerateFailures(_ spec: inout PodObject) {
    var tolerations = spec.items(.tolerations)
    for key in Self.failures {
      let isTolerated = tolerations.contains { item in
        let toleration = item.object ?? PodObject()
        let (own, effect) = (toleration.text(.key), toleration.text(.effect))
        return (own == key || own.isEmpty) && (effect == "NoExecute" || effect.isEmpty)
      }
      guard !isTolerated else { continue }
      tolerations.append(
        .object(
          PodObject([
            .init(.key, .string(key)), .init(.operator, .string("Exists")),
            .init(.effect, .string("NoExecute")), .init(.tolerationSeconds, .integer(300)),
          ])))
    }
    if !tolerations.isEmpty { spec[.tolerations] = .list(tolerations) }
  }

  private func setRuntime(_ spec: inout PodObject) throws(Refused) {
    let said = spec[.overhead]?.map ?? PodMap()
    guard let name = spec[.runtimeClassName]?.string else { return }
    guard !name.isEmpty else {
      throw refuse(.runtimeClassName, "cannot be empty; remove it", .invalid, stage: .failure)
    }
    guard let runtime = classes.runtimes[name] else {
      if classes.mayHaveRuntime(name) { return }
      throw refuse(
        .runtimeClassName,
        "there is no runtime class \(quoted: name); \(Self.instead(classes.runtimeChoices))",
        .notFound)
    }
    try setOverhead(&spec, runtime, said)
    try setPlace(&spec, runtime)
  }

  /// The refusal of an overhead that no class gives, in a pod that keeps the rules.
  func lastLook(_ spec: PodObject) -> Refusal? {
    let name = spec[.runtimeClassName]?.string
    if let name, classes.mayHaveRuntime(name) { return nil }
    let given = name.flatMap { classes.runtimes[$0] }?.overhead ?? PodMap()
    guard given.isEmpty, spec[.overhead]?.map?.isEmpty == false else { return nil }
    return refuse(.overhead, "needs a runtime class with an overhead; remove it").refusal
  }

  private func setOverhead(
    _ spec: inout PodObject, _ runtime: ClusterClasses.Runtime, _ said: PodMap
  ) throws(Refused) {
    guard !runtime.overhead.isEmpty else { return }
    func amounts(_ map: PodMap) -> TextMap<ServerQuantity> {
      TextMap(
        map.entries.map { ($0.key, $0.value.string.flatMap { ServerQuantity($0) } ?? .zero) },
        uniquingKeysWith: { $1 })
    }
    let (own, given) = (amounts(runtime.overhead), amounts(said))
    let isSame =
      own.count == given.count && own.allSatisfy { given[$0.key]?.compare($0.value) == 0 }
    if !said.isEmpty, !isSame {
      throw refuse(.overhead, "differs from the overhead of the runtime class; remove it")
    }
    spec[.overhead] = .map(runtime.overhead)
  }

  private func setPlace(
    _ spec: inout PodObject, _ runtime: ClusterClasses.Runtime
  ) throws(Refused) {
    var selector = spec[.nodeSelector]?.map ?? PodMap()
    for entry in runtime.nodeSelector.entries {
      if let said = selector[entry.key], said != entry.value {
        throw refuse(.nodeSelector, "has a different value for \(entry.key) than the runtime class")
      }
      selector[entry.key] = entry.value
    }
    if !selector.isEmpty { spec[.nodeSelector] = .map(selector) }
    var tolerations = spec.items(.tolerations)
    for toleration in runtime.tolerations where !tolerations.contains(toleration) {
      tolerations.append(toleration)
    }
    if !tolerations.isEmpty { spec[.tolerations] = .list(tolerations) }
  }
}
