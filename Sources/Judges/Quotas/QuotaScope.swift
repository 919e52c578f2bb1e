import APIServer
import PodAPI

/// A scope of a quota: the pods that it looks at.
public enum QuotaScope: Sendable, Hashable {
  /// Pods with a deadline, or those without.
  case terminating(Bool)
  /// Pods that ask for no cpu and memory, or the others.
  case bestEffort(Bool)
  /// Pods with a priority class, or those without.
  case hasPriorityClass(Bool)
  /// Pods of one of some priority classes, or the others, even those of no class.
  case priorityClass([ByteText], isIn: Bool)
  /// Pods with affinity to pods of other namespaces.
  case crossNamespaceAffinity
  /// A scope that no pod has: the API server knows it only for other objects.
  case none

  /// Reads a scope's name with its operator; without one a pod must have it.
  /// - Returns: nil for what no API server takes.
  public init?(name: String, operator word: String = "Exists", values: [String] = []) {
    switch (name, word) {
    case ("Terminating", "Exists"): self = .terminating(true)
    case ("NotTerminating", "Exists"): self = .terminating(false)
    case ("BestEffort", "Exists"): self = .bestEffort(true)
    case ("NotBestEffort", "Exists"): self = .bestEffort(false)
    case ("CrossNamespacePodAffinity", "Exists"): self = .crossNamespaceAffinity
    case ("VolumeAttributesClass", "Exists"): self = .none
    case ("PriorityClass", "Exists"): self = .hasPriorityClass(true)
    case ("PriorityClass", "DoesNotExist"): self = .hasPriorityClass(false)
    case ("PriorityClass", "In"), ("PriorityClass", "NotIn"):
      guard !values.isEmpty else { return nil }
      self = .priorityClass(values.map { ByteText($0) }, isIn: word == "In")
    default: return nil
    }
  }

  /// The names of all scopes.
  public static let names = [
    "BestEffort", "CrossNamespacePodAffinity", "NotBestEffort", "NotTerminating", "PriorityClass",
    "Terminating", "VolumeAttributesClass",
  ]

  /// Returns whether it has a pod (`pkg/quota/v1/evaluator/core`).
  func holds(_ pod: SubmittedPod, on release: ServerRelease) -> Bool {
    let spec = pod.spec
    let priority = spec.text(.priorityClassName)
    switch self {
    case .terminating(let wanted):
      return ((spec[.activeDeadlineSeconds]?.integer).map { $0 >= 0 } ?? false) == wanted
    case .bestEffort(let wanted):
      return (PodQuality.of(spec, on: release) == .bestEffort) == wanted
    case .hasPriorityClass(let wanted): return !priority.isEmpty == wanted
    case .priorityClass(let names, let isIn):
      return (!priority.isEmpty && names.contains(ByteText(priority))) == isIn
    case .crossNamespaceAffinity: return Self.looksElsewhere(spec)
    case .none: return false
    }
  }

  /// True if affinity to pods names other namespaces.
  private static func looksElsewhere(_ spec: PodObject) -> Bool {
    let affinity = spec.part(.affinity)
    return [FieldName.podAffinity, .podAntiAffinity].contains { kind in
      let own = affinity?.part(kind)
      let required = own?.items(.requiredDuringSchedulingIgnoredDuringExecution) ?? []
      let preferred = (own?.items(.preferredDuringSchedulingIgnoredDuringExecution) ?? [])
        .compactMap { $0.object?.part(.podAffinityTerm) }
      return (required.compactMap(\.object) + preferred).contains { term in
        !term.items(.namespaces).isEmpty || term[.namespaceSelector] != nil
      }
    }
  }
}
