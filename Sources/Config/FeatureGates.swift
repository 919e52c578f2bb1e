import PodAPI

extension ConfigLanguage {
  /// The feature gates that decide what becomes of a pod's fields, in order of their names.
  static let featureGates: [ConfigSchema.Key] = ServerGate.allCases
    .flatMap { gate in gate.names.map { (name: $0, gate: gate) } }
    .sorted { $0.name < $1.name }
    .map { gate in
      .init(
        gate.name, .bool, default: .words(usual(gate.gate)),
        since: versions(gate.name, of: gate.gate), "A feature gate of the API server.")
    }

  private static func usual(_ gate: ServerGate) -> String {
    guard let since = gate.onSince else { return "off" }
    if let until = gate.onUntil { return "on before Kubernetes 1.\(until)" }
    let locked = gate.lockedSince.map { "; cannot be turned off since 1.\($0)" } ?? ""
    return "on since Kubernetes 1.\(since)\(locked)"
  }

  /// The versions in which a gate can be set under a name, in words; nil if all can.
  private static func versions(_ name: String, of gate: ServerGate) -> String? {
    let known = KubernetesRange.oldest...KubernetesRange.newest
    let minors = known.filter { gate.canBeSwitched(in: $0) && gate.name(in: $0) == name }
    guard let first = minors.first, let last = minors.last, minors.count < known.count else {
      return nil
    }
    return last == known.upperBound
      ? "Kubernetes 1.\(first)" : "Kubernetes 1.\(first) to 1.\(last)"
  }
}
