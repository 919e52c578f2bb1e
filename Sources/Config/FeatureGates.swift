import PodAPI

extension ConfigLanguage {
  /// The feature gates that decide what becomes of a pod's fields, in order of their names.
  static let featureGates: [ConfigSchema.Key] = ServerGate.allCases
    .flatMap { gate in gate.names.map { (name: $0, gate: gate) } }
    .sorted { $0.name < $1.name }
    .map { .init($0.name, .bool, "\(defaults(of: $0.gate)).") }

  private static func defaults(of gate: ServerGate) -> String {
    guard let since = gate.onSince else {
      return "Off by default up to Kubernetes 1.\(KubernetesRange.newest)"
    }
    if let until = gate.onUntil { return "On by default before Kubernetes 1.\(until)" }
    let locked = gate.lockedSince.map { "; cannot be turned off since 1.\($0)" } ?? ""
    return "On by default since Kubernetes 1.\(since)\(locked)"
  }
}
